package com.dmverify.api.check;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Checking a code.
 *
 * @param reportTimeout a code typed the moment it arrived may be faster than dm-sender's report, which takes milliseconds: such a
 *     check waits this long for it before it answers not_sent_yet
 */
@ConfigurationProperties("dm-verify.checks")
record CheckProperties(@DefaultValue("2s") Duration reportTimeout) {}
