package com.dmverify.sender.echo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Echoes of our own messages.
 *
 * @param memory how long an echo is remembered: longer than an order waits and its message is searched
 */
@ConfigurationProperties("dm-verify.sender.echoes")
record EchoProperties(@DefaultValue("30m") Duration memory) {}
