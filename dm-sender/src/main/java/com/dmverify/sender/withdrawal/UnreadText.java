package com.dmverify.sender.withdrawal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;

/** An unread record as Redis keeps it: {@code <milliseconds>:<account>:<user id>:<bytes>}, all but the first in Base64. */
final class UnreadText {

    private UnreadText() {}

    static String write(UnreadOptOut record) {
        return record.at().toEpochMilli()
                + ":" + encoded(record.account().getBytes(UTF_8))
                + ":" + encoded(record.userId().getBytes(UTF_8))
                + ":" + record.bytes();
    }

    static UnreadOptOut read(String place, String text) {
        String[] parts = text.split(":", -1);
        return new UnreadOptOut(
                place,
                new String(decoded(parts[1]), UTF_8),
                new String(decoded(parts[2]), UTF_8),
                Instant.ofEpochMilli(Long.parseLong(parts[0])),
                parts[3]);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }
}
