package com.dmverify.webhook.registration;

import com.dmverify.webhook.app.RegisteredApps;
import com.dmverify.webhook.app.RegisteredApps.Registered;
import com.dmverify.x.Answer;
import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.subscription.Webhook;
import com.dmverify.x.subscription.Webhooks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationListener;

/**
 * Registers each app's webhook at X once the service is ready, since X sends a CRC check to it at once, and validates one that X has
 * given up. What is registered stays as it is, so several replicas may do it. Tries again with back-off until X has taken it.
 *
 * <p>{@code dm.verify.webhook.registered{app}} is 1 when X has it. Never down: without X the service still receives.
 */
final class WebhookRegistration
        implements ApplicationListener<ApplicationReadyEvent>, HealthIndicator, MeterBinder, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistration.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** X allows 450 calls in 15 minutes. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final RegisteredApps apps;
    private final Function<AppOnlyCredentials, XClient> clients;
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    WebhookRegistration(RegisteredApps apps, Function<AppOnlyCredentials, XClient> clients) {
        this.apps = apps;
        this.clients = clients;
        apps.all().forEach(app -> states.put(app.app(), "not yet registered"));
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        start();
    }

    /** Begins to register; returns at once. */
    void start() {
        apps.all()
                .forEach(app -> Thread.ofVirtual().name("register-" + app.app()).start(() -> registerUntilDone(app)));
    }

    private void registerUntilDone(Registered app) {
        Duration pause = FIRST_PAUSE;
        try (XClient client = clients.apply(app.credentials())) {
            while (!register(app, client.webhooks())) {
                if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean register(Registered app, Webhooks webhooks) {
        return switch (webhooks.list()) {
            case Answer.Failed<List<Webhook>> failed -> noted(app, "X does not list webhooks", failed.error());
            case Answer.Ok<List<Webhook>> ok -> {
                Optional<Webhook> ours = ok.value().stream()
                        .filter(webhook -> webhook.url().equals(app.url().toString()))
                        .findFirst();
                yield ours.map(webhook -> webhook.valid() || validate(app, webhooks, webhook))
                                .orElseGet(() -> create(app, webhooks))
                        && done(app);
            }
        };
    }

    private boolean create(Registered app, Webhooks webhooks) {
        return webhooks.create(app.url()) instanceof Answer.Failed<Webhook> failed
                ? noted(app, "X does not register", failed.error())
                : true;
    }

    private boolean validate(Registered app, Webhooks webhooks, Webhook webhook) {
        return switch (webhooks.validate(webhook.id())) {
            case Answer.Failed<Boolean> failed -> noted(app, "X does not validate", failed.error());
            case Answer.Ok<Boolean> ok -> ok.value() || noted(app, "X got no answer to its CRC check", null);
        };
    }

    private boolean done(Registered app) {
        states.put(app.app(), "registered");
        LOG.atInfo().addKeyValue("app", app.app()).addKeyValue("url", app.url()).log("webhook.registered");
        return true;
    }

    private boolean noted(Registered app, String problem, @Nullable XError error) {
        String detail = error == null ? problem : problem + ": " + error.detail();
        if (!detail.equals(states.put(app.app(), detail))) {
            LOG.atWarn()
                    .addKeyValue("app", app.app())
                    .addKeyValue("url", app.url())
                    .addKeyValue("reason", detail)
                    .log("webhook.not_registered");
        }
        return false;
    }

    private boolean isRegistered(String app) {
        return "registered".equals(states.get(app));
    }

    @Override
    public Health health() {
        return Health.up().withDetails(states).build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        apps.all()
                .forEach(app -> Gauge.builder("dm.verify.webhook.registered", () -> isRegistered(app.app()) ? 1 : 0)
                        .tag("app", app.app())
                        .register(meters));
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
