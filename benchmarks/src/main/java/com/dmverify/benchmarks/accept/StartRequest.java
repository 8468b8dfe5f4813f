package com.dmverify.benchmarks.accept;

import com.dmverify.benchmarks.deployment.Tenant;
import com.dmverify.benchmarks.load.Outgoing;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Makes requests that start a verification, each of another person. Thread-safe. */
final class StartRequest {

    static final int ACCEPTED = 202;

    private static final Map<String, String> HEADERS = Map.of("Authorization", "Bearer " + Tenant.KEY);

    private final AtomicLong user;

    /** The ids of the persons begin with this one. */
    StartRequest(long firstUser) {
        user = new AtomicLong(firstUser);
    }

    Outgoing next() {
        String body = String.format(
                Locale.ROOT,
                "{\"target\":{\"user_id\":\"%d\"},\"purpose\":\"Link your X account to Example\"}",
                user.getAndIncrement());
        return new Outgoing("/v1/verifications", body, HEADERS);
    }
}
