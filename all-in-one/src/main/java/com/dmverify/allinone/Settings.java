package com.dmverify.allinone;

import java.util.LinkedHashMap;
import java.util.Map;

/** The properties of each part of the deployment. */
final class Settings {

    private static final String BRAND = "dmverify_demo";
    private static final String BRAND_ID = "1000000000000000001";

    private final Ports ports;
    private final Secrets secrets;

    Settings(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    Map<String, Object> sandbox() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", ports.sandbox());
        settings.put("x-sandbox.tls.port", ports.sandboxTls());
        settings.put("x-sandbox.webhook.url", "http://127.0.0.1:" + ports.webhook() + "/webhooks/x");
        return settings;
    }

    Map<String, Object> api() {
        Map<String, Object> settings = service(ports.api());
        settings.putAll(codeKey());
        settings.put("spring.data.redis.port", ports.redis());
        settings.put("dm-verify.tenants.quickstart.account", "demo");
        settings.put("dm-verify.tenants.quickstart.keys[0].sha256", secrets.apiKeySha256());
        settings.put("dm-verify.accounts.demo.handle", BRAND);
        settings.put("dm-verify.accounts.demo.user-id", BRAND_ID);
        return settings;
    }

    Map<String, Object> sender() {
        Map<String, Object> settings = service(ports.sender());
        settings.putAll(codeKey());
        settings.put("spring.data.redis.port", ports.redis());
        settings.put("dm-verify.x.base-url", "http://127.0.0.1:" + ports.sandbox());
        settings.put("dm-verify.accounts.demo.handle", BRAND);
        settings.put("dm-verify.accounts.demo.user-id", BRAND_ID);
        settings.put("dm-verify.accounts.demo.brand", "DM Verify Demo");
        settings.put("dm-verify.accounts.demo.consumer-key", "sandbox-consumer-key");
        settings.put("dm-verify.accounts.demo.consumer-secret", "sandbox-consumer-secret");
        settings.put("dm-verify.accounts.demo.token", BRAND_ID + "-sandbox");
        settings.put("dm-verify.accounts.demo.token-secret", "sandbox-token-secret");
        return settings;
    }

    Map<String, Object> webhook() {
        Map<String, Object> settings = service(ports.webhook());
        settings.put("dm-verify.webhook.apps.default.consumer-secret", "sandbox-consumer-secret");
        settings.put("dm-verify.accounts.demo.user-id", BRAND_ID);
        return settings;
    }

    private Map<String, Object> service(int port) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", port);
        settings.put("management.server.port", Ports.managementOf(port));
        settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + ports.kafka());
        // The keys and accounts exist in this process only, and its data need not last.
        settings.put("dm-verify.demo", true);
        settings.put("dm-verify.durability", "relaxed");
        return settings;
    }

    private Map<String, Object> codeKey() {
        return Map.of("dm-verify.codes.keys[0].id", "quickstart", "dm-verify.codes.keys[0].secret", secrets.codeKey());
    }
}
