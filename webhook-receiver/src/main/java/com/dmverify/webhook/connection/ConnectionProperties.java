package com.dmverify.webhook.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of a connection.
 *
 * @param headerTimeout from the first byte of a request to the end of its headers. X sends them in one packet; without
 *     a limit a slow caller could hold the connection for ever
 * @param lingerTimeout how long the rest of a request is read and discarded after an early response, because closing a
 *     connection with unread input may discard the response
 * @param lingerSize how much of it is read and discarded at most
 */
@ConfigurationProperties("dm-verify.webhook.connection")
record ConnectionProperties(
        @DefaultValue("10s") Duration headerTimeout,
        @DefaultValue("1s") Duration lingerTimeout,
        @DefaultValue("64KB") DataSize lingerSize) {

    ConnectionProperties {
        if (!headerTimeout.isPositive()) {
            throw new IllegalArgumentException("dm-verify.webhook.connection.header-timeout must be positive");
        }
        if (!lingerTimeout.isPositive()) {
            throw new IllegalArgumentException("dm-verify.webhook.connection.linger-timeout must be positive");
        }
        if (lingerSize.isNegative()) {
            throw new IllegalArgumentException("dm-verify.webhook.connection.linger-size must not be negative");
        }
    }
}
