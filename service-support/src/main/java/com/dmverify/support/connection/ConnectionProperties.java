package com.dmverify.support.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of a connection to a service. Between two requests {@code server.netty.idle-timeout} counts.
 *
 * @param headerTimeout from the first byte of a request to the end of its headers. Clients send them in one packet; without
 *     a limit a slow caller could hold the connection for ever
 * @param readTimeout the longest pause within the body of a request, for callers that stop in the middle
 * @param lingerTimeout how long the rest of a request is read and discarded after an early response, because closing a
 *     connection with unread input may discard the response
 * @param lingerSize how much of it is read and discarded at most
 */
@ConfigurationProperties("dm-verify.connection")
record ConnectionProperties(
        @DefaultValue("10s") Duration headerTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("1s") Duration lingerTimeout,
        @DefaultValue("64KB") DataSize lingerSize) {

    ConnectionProperties {
        requirePositive(headerTimeout, "header-timeout");
        requirePositive(readTimeout, "read-timeout");
        requirePositive(lingerTimeout, "linger-timeout");
        if (lingerSize.isNegative()) {
            throw new IllegalArgumentException("dm-verify.connection.linger-size must not be negative");
        }
    }

    private static void requirePositive(Duration timeout, String name) {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("dm-verify.connection." + name + " must be positive");
        }
    }
}
