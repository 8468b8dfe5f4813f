package com.dmverify.sandbox.webhook;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.person.Snowflakes;
import com.dmverify.sandbox.webhook.CrcChallenge.Outcome;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The registered webhooks. */
@Component
@Order(4)
public class Webhooks implements Resettable {

    private final ConcurrentMap<String, Webhook> webhooks = new ConcurrentSkipListMap<>();
    private final CrcChallenge challenge;
    private final WebhookUrlRules rules;
    private final WebhookProperties properties;
    private final Snowflakes ids;
    private final Clock clock;

    Webhooks(CrcChallenge challenge, WebhookUrlRules rules, WebhookProperties properties, Snowflakes ids, Clock clock) {
        this.challenge = challenge;
        this.rules = rules;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** Registers a webhook after its challenge, for which it waits. Throws {@link WebhookRejected}. */
    public Webhook register(App app, String address, boolean configured) {
        URI url = rules.check(address);
        if (of(app).stream().anyMatch(webhook -> webhook.url().equals(url))) {
            throw new WebhookRejected("DuplicateUrlFailed", "Webhook URL is already registered.");
        }
        if (of(app).size() >= properties.mostWebhooks()) {
            throw new WebhookRejected("WebhookLimitExceeded", "Too many resources already created.");
        }
        Outcome outcome = challenge.ask(url, app.consumerSecret());
        if (outcome != Outcome.CORRECT) {
            throw new WebhookRejected("CrcValidationFailed", outcome.text());
        }
        Instant now = clock.instant();
        Webhook webhook = new Webhook(Long.toString(ids.next()), url, app, true, configured, now, now);
        webhooks.put(webhook.id(), webhook);
        return webhook;
    }

    /** Repeats the challenge, for which it waits, and sets the validity. Throws {@link WebhookRejected}. */
    public void validate(Webhook webhook) {
        Outcome outcome = challenge.ask(webhook.url(), webhook.app().consumerSecret());
        note(webhook, outcome);
        if (outcome != Outcome.CORRECT) {
            throw new WebhookRejected("CrcValidationFailed", outcome.text());
        }
    }

    /** Repeats all challenges: a wrong answer makes a webhook invalid at once, a missing one after {@code invalid-after}. */
    void repeatChallenges() {
        Instant spared = clock.instant().minus(properties.challengeWhenOlderThan());
        webhooks.values().stream()
                .filter(webhook -> !webhook.answeredAt().isAfter(spared))
                .forEach(webhook ->
                        note(webhook, challenge.ask(webhook.url(), webhook.app().consumerSecret())));
    }

    public Optional<Webhook> find(String id) {
        return Optional.ofNullable(webhooks.get(id));
    }

    public List<Webhook> of(App app) {
        return webhooks.values().stream()
                .filter(webhook -> webhook.app().id().equals(app.id()))
                .toList();
    }

    public List<Webhook> all() {
        return List.copyOf(webhooks.values());
    }

    public void delete(String id) {
        webhooks.remove(id);
    }

    @Override
    public void reset() {
        webhooks.values().removeIf(webhook -> !webhook.configured());
        webhooks.replaceAll((id, webhook) -> webhook.valid(clock.instant()));
    }

    private void note(Webhook webhook, Outcome outcome) {
        Instant now = clock.instant();
        webhooks.computeIfPresent(webhook.id(), (id, known) -> {
            if (outcome == Outcome.CORRECT) {
                return known.valid(now);
            }
            boolean tooLong = known.answeredAt().plus(properties.invalidAfter()).isBefore(now);
            return outcome.isFinal() || tooLong ? known.invalid() : known;
        });
    }
}
