package com.dmverify.sandbox.webhook.delivery;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.Stats;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.WebhookClient;
import com.dmverify.sandbox.webhook.WebhookProperties;
import com.dmverify.sandbox.webhook.WebhookSignature;
import com.dmverify.sandbox.webhook.Webhooks;
import com.dmverify.sandbox.webhook.delivery.Delivery.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes deliveries with a number of workers, and retries failed ones after the configured waits. */
@Component
class DeliveryWorkers implements SmartLifecycle, Resettable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorkers.class);

    private final Webhooks webhooks;
    private final WebhookClient client;
    private final Stats stats;
    private final List<Duration> retries;
    private final int workers;
    private final BlockingQueue<Delivery> waiting;
    private volatile @Nullable ScheduledExecutorService timer;
    private volatile @Nullable ExecutorService executor;

    DeliveryWorkers(Webhooks webhooks, WebhookClient client, Stats stats, WebhookProperties properties) {
        this.webhooks = webhooks;
        this.client = client;
        this.stats = stats;
        this.retries = properties.retries();
        this.workers = properties.workers();
        this.waiting = new LinkedBlockingQueue<>(properties.mostWaiting());
    }

    void submit(Delivery delivery) {
        if (!waiting.offer(delivery)) {
            failed(delivery, null);
        }
    }

    /** Submits a delivery after a wait, unless the sandbox stops before. */
    void submitLater(Delivery delivery, Duration wait) {
        after(wait, () -> submit(delivery));
    }

    void after(Duration wait, Runnable then) {
        ScheduledExecutorService running = timer;
        if (running != null) {
            var _ = running.schedule(then, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void start() {
        // Tasks after the stop are discarded.
        timer = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().daemon().name("workers-timer").factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        ExecutorService started = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("workers-", 0).factory());
        for (int i = 0; i < workers; i++) {
            started.execute(this::work);
        }
        executor = started;
    }

    @Override
    public void stop() {
        for (ExecutorService running : new ExecutorService[] {timer, executor}) {
            if (running != null) {
                running.shutdownNow();
            }
        }
        timer = null;
        executor = null;
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }

    @Override
    public void reset() {
        waiting.clear();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                attempt(waiting.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Delivery delivery) {
        Webhook webhook = webhooks.find(delivery.webhookId()).orElse(null);
        if (webhook == null || !webhook.valid()) {
            failed(delivery, null);
            return;
        }
        int attempt = delivery.begin();
        Integer answer = post(webhook, delivery);
        if (delivery.isForged()) {
            delivery.end(Status.FORGED, answer);
        } else if (answer != null && answer == 200) {
            delivery.end(Status.DELIVERED, answer);
            stats.delivered();
        } else if (attempt <= retries.size()) {
            delivery.end(Status.RETRYING, answer);
            submitLater(delivery, retries.get(attempt - 1));
        } else {
            failed(delivery, answer);
        }
    }

    private @Nullable Integer post(Webhook webhook, Delivery delivery) {
        String secret = delivery.isForged() ? "not the secret" : webhook.app().consumerSecret();
        try {
            return client.post(webhook.url(), WebhookSignature.of(secret, delivery.body()), delivery.body());
        } catch (IOException unreachable) {
            LOG.debug("webhook.unreachable id={} url={}", delivery.id(), webhook.url());
            return null;
        }
    }

    private void failed(Delivery delivery, @Nullable Integer answer) {
        delivery.end(Status.FAILED, answer);
        stats.failed();
    }
}
