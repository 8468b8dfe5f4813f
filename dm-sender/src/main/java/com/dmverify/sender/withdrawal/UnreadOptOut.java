package com.dmverify.sender.withdrawal;

import java.time.Instant;

/**
 * A record of {@code opt-outs} that this version cannot read: a newer version wrote it. It is kept until it can be read.
 *
 * @param place partition and offset, which name it: {@code 2-17}
 * @param account of its key
 * @param userId of its key
 * @param at when Kafka got it
 * @param bytes its value, in Base64
 */
public record UnreadOptOut(String place, String account, String userId, Instant at, String bytes) {}
