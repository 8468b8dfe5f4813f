package com.dmverify.sandbox.control.state;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.Stats;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.activity.ChangeStream;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.IsoTime;
import com.dmverify.sandbox.limit.Budget;
import com.dmverify.sandbox.limit.LimitUsage;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.webhook.Webhooks;
import com.dmverify.sandbox.webhook.delivery.Delivery;
import com.dmverify.sandbox.webhook.delivery.DeliveryLog;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the state of the simulation and resets it. */
@Component
class SandboxState {

    private final ObjectProvider<Resettable> resettables;
    private final Stats stats;
    private final DeliveryLog deliveries;
    private final Webhooks webhooks;
    private final Budget budget;
    private final Apps apps;
    private final ChangeStream changes;

    SandboxState(
            ObjectProvider<Resettable> resettables,
            Stats stats,
            DeliveryLog deliveries,
            Webhooks webhooks,
            Budget budget,
            Apps apps,
            ChangeStream changes) {
        this.resettables = resettables;
        this.stats = stats;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.budget = budget;
        this.apps = apps;
        this.changes = changes;
    }

    JsonObject stats() {
        return JsonObject.of("dms", stats.dms())
                .with("duplicates", stats.duplicates())
                .with("rejected", stats.rejected())
                .with("webhooks", stats.webhooks());
    }

    List<JsonObject> deliveries(int limit) {
        return deliveries.newest(limit).stream().map(SandboxState::toJson).toList();
    }

    List<JsonObject> webhooks() {
        return webhooks.all().stream()
                .map(webhook -> JsonObject.of("id", webhook.id())
                        .with("url", webhook.url().toString())
                        .with("valid", webhook.valid())
                        .with("app", webhook.app().name())
                        .with("challenge_answered_at", IsoTime.of(webhook.answeredAt())))
                .toList();
    }

    List<LimitUsage> budget(Person brand) {
        return budget.used(brand.idText(), apps.appOf(brand.id()).id());
    }

    Reply reset() {
        resettables.orderedStream().forEach(Resettable::reset);
        changes.happened();
        return Reply.noContent();
    }

    private static JsonObject toJson(Delivery delivery) {
        return JsonObject.of("id", delivery.id())
                .with("webhook_id", delivery.webhookId())
                .with("type", delivery.type())
                .with("status", delivery.status().name().toLowerCase(Locale.ROOT))
                .with("attempts", delivery.attempts())
                .with("answer", delivery.answer())
                .with("created_at", IsoTime.of(delivery.createdAt()));
    }
}
