package com.dmverify.promises.stage;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The properties of each part. What takes minutes in the world takes seconds here, and whatever has to be longer than
 * something else still is.
 */
final class Settings {

    private final Allowed allowed;
    private final Duration sendWithin;
    private final Below below;
    private final String codeKey = randomKey();

    /** Where the parts below and beside the services listen. */
    record Below(int kafka, int redis, int sandbox) {}

    Settings(Allowed allowed, Duration sendWithin, Below below) {
        this.allowed = allowed;
        this.sendWithin = sendWithin;
        this.below = below;
    }

    Map<String, Object> sandbox() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", below.sandbox());
        settings.put("x-sandbox.tls.port", -1);
        settings.put("x-sandbox.limits.dm-15min", allowed.messages());
        settings.put("x-sandbox.limits.window-15min", allowed.window().toMillis() + "ms");
        settings.put("x-sandbox.limits.dm-24h", 1_000_000);
        settings.put("x-sandbox.limits.dm-24h-app", 1_000_000);
        settings.put("x-sandbox.webhook.retries", "1s,2s,4s,8s");
        // X waits 3 s; a receiver that has just started on a busy machine may need longer for its first answer.
        settings.put("x-sandbox.webhook.challenge-timeout", "60s");
        for (int i = 0; i < Brand.ALL.size(); i++) {
            settings.putAll(onX("x-sandbox.accounts.apps[%d].".formatted(i), app(Brand.ALL.get(i))));
            settings.putAll(onX("x-sandbox.accounts.brands[%d].".formatted(i), account(Brand.ALL.get(i))));
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
            settings.put("dm-verify.tenants.%s.account".formatted(brand.name()), brand.name());
            settings.put("dm-verify.tenants.%s.keys[0].sha256".formatted(brand.name()), brand.apiKeySha256());
        }
        settings.put("dm-verify.policy.code-life", "10s");
        settings.put("dm-verify.policy.fresh-code-below", "4s");
        settings.put("dm-verify.policy.send-within", sendWithin.toSeconds() + "s");
        settings.put("dm-verify.policy.report-grace", "60s");
        settings.put("dm-verify.policy.wait-for-user", "10s");
        return settings;
    }

    Map<String, Object> sender() {
        Map<String, Object> settings = service(0);
        settings.put("dm-verify.x.base-url", "http://127.0.0.1:" + below.sandbox());
        settings.put("dm-verify.x.connect-timeout", "1s");
        settings.put("dm-verify.x.request-timeout", "2s");
        settings.put("dm-verify.sender.ledger.lease", "7s");
        // Far longer than X may still accept a message after our time-out (Trouble.LATEST_ACCEPTANCE), pauses included.
        settings.put("dm-verify.sender.doubt.grace", "4s");
        settings.put("dm-verify.sender.doubt.search", "8s");
        settings.put("dm-verify.sender.retry.throttled", "2s");
        settings.put("spring.kafka.consumer.properties.session.timeout.ms", "6000");
        settings.put("spring.kafka.consumer.properties.heartbeat.interval.ms", "1500");
        for (Brand brand : Brand.ALL) {
            credentials(brand).forEach((name, value) -> settings.put(of(brand) + name, value));
            settings.put(of(brand) + "limits.dm-15min", allowed.messages());
            settings.put(of(brand) + "limits.short-window", allowed.window().toMillis() + "ms");
            settings.put(of(brand) + "limits.lookups-15min", allowed.lookups());
            settings.put(of(brand) + "limits.reads-15min", allowed.reads());
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
            settings.put("dm-verify.webhook.apps.%s.consumer-secret".formatted(brand.name()), brand.consumerSecret());
        }
        return settings;
    }

    private Map<String, Object> service(int port) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", port);
        settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + below.kafka());
        settings.put("spring.data.redis.port", below.redis());
        settings.put("dm-verify.codes.keys[0].id", "promises");
        settings.put("dm-verify.codes.keys[0].secret", codeKey);
        for (Brand brand : Brand.ALL) {
            settings.put(of(brand) + "handle", brand.handle());
            settings.put(of(brand) + "user-id", brand.id());
        }
        return settings;
    }

    private static String of(Brand brand) {
        return "dm-verify.accounts.%s.".formatted(brand.name());
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
