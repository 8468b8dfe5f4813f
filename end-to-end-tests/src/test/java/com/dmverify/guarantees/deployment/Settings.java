package com.dmverify.guarantees.deployment;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The properties of each part. Durations that are minutes in production are seconds here, in the same order of length.
 */
final class Settings {

    /** Limits that are switched off, because few platforms and clients cause all the load. */
    private static final List<String> LIMITS = List.of(
            "starts-per-target-hour",
            "starts-per-target-day",
            "failures-per-target-day",
            "requests-per-key-second",
            "starts-per-client-ip-hour",
            "dms-per-person-hour");

    private final SendLimit limit;
    private final SendLimit ours;
    private final Duration sendWithin;
    private final Ports below;
    private final String codeKey = randomKey();

    /** The ports of Kafka, Redis and the sandbox. */
    record Ports(int kafka, int redis, int sandbox) {}

    /**
     * @param limit what X lets each brand send
     * @param ours the limit that dm-sender is configured with
     */
    Settings(SendLimit limit, SendLimit ours, Duration sendWithin, Ports below) {
        this.limit = limit;
        this.ours = ours;
        this.sendWithin = sendWithin;
        this.below = below;
    }

    Map<String, Object> sandbox() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", below.sandbox());
        settings.put("x-sandbox.tls.port", -1);
        settings.put("x-sandbox.limits.dm-15min", limit.messages());
        settings.put("x-sandbox.limits.window-15min", limit.window().toMillis() + "ms");
        settings.put("x-sandbox.limits.dm-24h", 1_000_000);
        settings.put("x-sandbox.limits.dm-24h-app", 1_000_000);
        settings.put("x-sandbox.webhook.retries", "1s,2s,4s,8s");
        // X waits 3 s; the first answer of a service that has just started on a busy machine may take longer.
        settings.put("x-sandbox.webhook.challenge-timeout", "60s");
        for (int i = 0; i < Brand.ALL.size(); i++) {
            settings.putAll(onX(String.format(Locale.ROOT, "x-sandbox.accounts.apps[%d].", i), app(Brand.ALL.get(i))));
            settings.putAll(
                    onX(String.format(Locale.ROOT, "x-sandbox.accounts.brands[%d].", i), account(Brand.ALL.get(i))));
        }
        return settings;
    }

    private static Map<String, String> app(Brand brand) {
        return Map.of(
                "id", brand.appId(),
                "name", brand.name(),
                "consumer-key", brand.consumerKey(),
                "consumer-secret", brand.consumerSecret(),
                "client-id", brand.name() + "-client-id",
                "client-secret", brand.name() + "-client-secret");
    }

    private static Map<String, String> account(Brand brand) {
        return Map.of(
                "id", brand.id(),
                "username", brand.handle(),
                "name", brand.name(),
                "token", brand.token(),
                "token-secret", brand.tokenSecret(),
                "app", brand.appId());
    }

    private static Map<String, Object> onX(String prefix, Map<String, String> properties) {
        Map<String, Object> settings = new HashMap<>();
        properties.forEach((name, value) -> settings.put(prefix + name, value));
        return settings;
    }

    Map<String, Object> api(int port) {
        Map<String, Object> settings = service(port);
        for (Brand brand : Brand.ALL) {
            settings.put(String.format(Locale.ROOT, "dm-verify.tenants.%s.account", brand.name()), brand.name());
            settings.put(
                    String.format(Locale.ROOT, "dm-verify.tenants.%s.keys[0].sha256", brand.name()),
                    brand.apiKeySha256());
        }
        settings.put("dm-verify.policy.code-life", "8s");
        settings.put("dm-verify.policy.fresh-code-below", "4s");
        settings.put("dm-verify.policy.send-within", sendWithin.toSeconds() + "s");
        settings.put("dm-verify.policy.report-grace", "60s");
        settings.put("dm-verify.policy.wait-for-user", "6s");
        return settings;
    }

    Map<String, Object> sender() {
        Map<String, Object> settings = service(0);
        settings.put("dm-verify.x.base-url", "http://127.0.0.1:" + below.sandbox());
        settings.put("dm-verify.x.connect-timeout", "1s");
        settings.put("dm-verify.x.request-timeout", "2s");
        settings.put("dm-verify.sender.ledger.lease", "7s");
        // Longer than X may accept a message after the client's time-out (XFault.LATEST_ACCEPTANCE), pauses included.
        settings.put("dm-verify.sender.unknown-outcomes.grace", "4s");
        settings.put("dm-verify.sender.unknown-outcomes.search", "8s");
        settings.put("dm-verify.sender.retry.throttled", "2s");
        settings.put("spring.kafka.consumer.properties.session.timeout.ms", "6000");
        settings.put("spring.kafka.consumer.properties.heartbeat.interval.ms", "1500");
        for (Brand brand : Brand.ALL) {
            credentials(brand).forEach((name, value) -> settings.put(of(brand) + name, value));
            settings.put(of(brand) + "limits.dm-15min", ours.messages());
            settings.put(of(brand) + "limits.short-window", ours.window().toMillis() + "ms");
            settings.put(of(brand) + "limits.lookups-15min", ours.lookups());
            settings.put(of(brand) + "limits.reads-15min", ours.reads());
            settings.put(of(brand) + "limits.dm-24h", 1_000_000);
            settings.put(of(brand) + "limits.dm-24h-app", 1_000_000);
        }
        return settings;
    }

    private static Map<String, String> credentials(Brand brand) {
        return Map.of(
                "consumer-key", brand.consumerKey(),
                "consumer-secret", brand.consumerSecret(),
                "token", brand.token(),
                "token-secret", brand.tokenSecret());
    }

    Map<String, Object> webhook(int port) {
        Map<String, Object> settings = service(port);
        for (Brand brand : Brand.ALL) {
            settings.put(
                    String.format(Locale.ROOT, "dm-verify.webhook.apps.%s.consumer-secret", brand.name()),
                    brand.consumerSecret());
        }
        return settings;
    }

    private Map<String, Object> service(int port) {
        Map<String, Object> settings = new LinkedHashMap<>();
        // One Redis and one broker: the loss of a disk is not tested.
        settings.put("dm-verify.durability", "relaxed");
        LIMITS.forEach(limit -> settings.put("dm-verify.limits." + limit, 0));
        // How long a record of an unknown schema is retried before it becomes a dead letter.
        settings.put("dm-verify.schemas.unknown-for", "10s");
        settings.put("server.port", port);
        settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + below.kafka());
        settings.put("spring.data.redis.port", below.redis());
        settings.put("dm-verify.codes.keys[0].id", "guarantees");
        settings.put("dm-verify.codes.keys[0].secret", codeKey);
        for (Brand brand : Brand.ALL) {
            settings.put(of(brand) + "handle", brand.handle());
            settings.put(of(brand) + "user-id", brand.id());
        }
        return settings;
    }

    private static String of(Brand brand) {
        return String.format(Locale.ROOT, "dm-verify.accounts.%s.", brand.name());
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
