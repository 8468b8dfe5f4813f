package com.dmverify.sandbox.webhook;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Repeats the challenges at an interval, as X does. */
@Component
class CrcSchedule implements SmartLifecycle {

    private final Webhooks webhooks;
    private final Duration interval;
    private volatile @Nullable ScheduledExecutorService executor;

    CrcSchedule(Webhooks webhooks, WebhookProperties properties) {
        this.webhooks = webhooks;
        this.interval = properties.challengeInterval();
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("challenges").factory());
        long millis = interval.toMillis();
        var _ = started.scheduleWithFixedDelay(webhooks::repeatChallenges, millis, millis, TimeUnit.MILLISECONDS);
        executor = started;
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
}
