package com.dmverify.webhook.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a connection may take.
 *
 * @param headerTimeout from the first byte of a request to the end of its headers. X sends them in one packet; a caller
 *     that sends a byte a minute would hold the connection for ever
 * @param lingerTimeout after an answer that came before the end of the request: so long is what follows read and thrown
 *     away, because a connection that is closed with unread input may take the answer with it
 * @param lingerSize the most that is read and thrown away
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
