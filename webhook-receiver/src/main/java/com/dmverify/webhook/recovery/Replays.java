package com.dmverify.webhook.recovery;

import com.dmverify.webhook.app.RegisteredApps.Registered;
import com.dmverify.webhook.recovery.Watch.Period;
import com.dmverify.x.Answer;
import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.XClient;
import com.dmverify.x.subscription.ReplayJob;
import com.dmverify.x.subscription.Webhook;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks X for replays, by {@code POST /2/webhooks/replay}, as the app. */
final class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final Function<AppOnlyCredentials, XClient> clients;

    Replays(Function<AppOnlyCredentials, XClient> clients) {
        this.clients = clients;
    }

    /** X's id of the replay; empty if X did not take it, and then it may be asked again. */
    Optional<String> ask(Registered app, Period period) {
        try (XClient client = clients.apply(app.credentials())) {
            if (!(client.webhooks().list() instanceof Answer.Ok<List<Webhook>> ok)) {
                return refused(app, period, "X does not list webhooks");
            }
            Optional<Webhook> ours = ok.value().stream()
                    .filter(webhook -> webhook.url().equals(app.url().toString()))
                    .findFirst();
            if (ours.isEmpty()) {
                return refused(app, period, "the webhook is not registered");
            }
            return switch (client.webhooks().replay(ours.get().id(), period.from(), period.to())) {
                case Answer.Failed<ReplayJob> failed ->
                    refused(app, period, failed.error().detail());
                case Answer.Ok<ReplayJob> job -> {
                    LOG.atInfo()
                            .addKeyValue("app", app.app())
                            .addKeyValue("from", period.from())
                            .addKeyValue("to", period.to())
                            .addKeyValue("replay", job.value().id())
                            .log("webhook.replay_requested");
                    yield Optional.of(job.value().id());
                }
            };
        }
    }

    private static Optional<String> refused(Registered app, Period period, String reason) {
        LOG.atWarn()
                .addKeyValue("app", app.app())
                .addKeyValue("from", period.from())
                .addKeyValue("to", period.to())
                .addKeyValue("reason", reason)
                .log("webhook.replay_refused");
        return Optional.empty();
    }
}
