package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.webhook.WebhookProperties;
import com.dmverify.sandbox.webhook.WebhookRejected;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Registers the configured webhook; repeats the challenge until the receiver answers it. */
@Component
class ConfiguredWebhook implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredWebhook.class);

    private final WebhookRegistration registration;
    private final Apps apps;
    private final @Nullable String url;
    private final Duration retry;
    private volatile @Nullable ScheduledExecutorService executor;
    private volatile String lastReason = "";

    ConfiguredWebhook(WebhookRegistration registration, Apps apps, WebhookProperties properties) {
        this.registration = registration;
        this.apps = apps;
        this.url = properties.url();
        this.retry = properties.startRetry();
    }

    @Override
    public void start() {
        if (url == null || url.isBlank()) {
            return;
        }
        String address = url;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("configured-webhook").factory());
        executor = started;
        var _ = started.scheduleWithFixedDelay(() -> register(address), 0, retry.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = executor;
        if (running != null) {
            running.shutdownNow();
        }
        executor = null;
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }

    private void register(String address) {
        try {
            var webhook = registration.register(apps.all().getFirst(), address, true);
            LOG.info("webhook.registered id={} url={}", webhook.id(), address);
            stop();
        } catch (WebhookRejected notYet) {
            if (!lastReason.equals(notYet.text())) {
                lastReason = notYet.text();
                LOG.info("webhook.waiting url={} reason=\"{}\"", address, notYet.text());
            }
        }
    }
}
