package com.dmverify.sandbox.webhook;

import com.dmverify.sandbox.access.App;
import java.net.URI;
import java.time.Instant;

/**
 * A registered webhook.
 *
 * @param configured registered by configuration: survives a reset
 * @param answeredAt the time of the last correct answer to a challenge
 */
public record Webhook(
        String id, URI url, App app, boolean valid, boolean configured, Instant createdAt, Instant answeredAt) {

    Webhook valid(Instant now) {
        return new Webhook(id, url, app, true, configured, createdAt, now);
    }

    Webhook invalid() {
        return new Webhook(id, url, app, false, configured, createdAt, answeredAt);
    }
}
