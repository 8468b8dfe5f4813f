package com.dmverify.sender.account;

import com.dmverify.x.Timeouts;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where X is, and how long to wait for it.
 *
 * @param baseUrl the host is part of every signature
 * @param connectTimeout for a connection, TLS included
 * @param requestTimeout for one request. X answers a message in well under a second; a longer wait makes an unknown
 *     outcome rarer, and holds a place meanwhile
 * @param callTimeout for a whole call, with its one repetition after a clock correction or with a new token; as long as
 *     one request if absent, since both happen in milliseconds
 */
@ConfigurationProperties("dm-verify.x")
public record XProperties(
        @DefaultValue("https://api.x.com") URI baseUrl,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration requestTimeout,
        @Nullable Duration callTimeout) {

    /** The longest time that one attempt of an order may wait for X: a lookup, a reading of the conversation, a message. */
    public Duration longestAttempt() {
        return call().multipliedBy(3);
    }

    Timeouts timeouts() {
        return new Timeouts(connectTimeout, requestTimeout, call());
    }

    private Duration call() {
        return callTimeout == null ? requestTimeout : callTimeout;
    }
}
