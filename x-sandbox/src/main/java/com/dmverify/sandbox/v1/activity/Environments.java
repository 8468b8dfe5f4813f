package com.dmverify.sandbox.v1.activity;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.Webhooks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The environments of premium webhooks. A name exists from its first use on. */
@Component
@Order(5)
class Environments implements Resettable {

    private final ConcurrentMap<String, String> byWebhook = new ConcurrentHashMap<>();
    private final Webhooks webhooks;

    Environments(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    void put(Webhook webhook, String environment) {
        byWebhook.put(webhook.id(), environment);
    }

    void remove(Webhook webhook) {
        byWebhook.remove(webhook.id());
    }

    /** The environments of the app, in the order of their names. */
    List<String> of(App app) {
        return webhooks.of(app).stream()
                .flatMap(webhook -> Stream.ofNullable(byWebhook.get(webhook.id())))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    List<Webhook> webhooks(App app, String environment) {
        return webhooks.of(app).stream()
                .filter(webhook -> environment.equals(byWebhook.get(webhook.id())))
                .toList();
    }

    /** The webhook of this environment. */
    Optional<Webhook> webhook(App app, String environment) {
        return webhooks(app, environment).stream().findFirst();
    }

    @Override
    public void reset() {
        byWebhook.clear();
    }
}
