package com.dmverify.promises.stage;

import com.dmverify.allinone.Http;
import com.dmverify.api.VerificationApi;
import com.dmverify.local.FreePort;
import com.dmverify.local.LocalKafkaProcess;
import com.dmverify.sandbox.XSandbox;
import com.dmverify.sender.DmSender;
import com.dmverify.webhook.WebhookReceiver;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The whole river for several brands. Everything that is killed is a process of its own; the sandbox lives in this JVM.
 */
public final class Stage implements AutoCloseable {

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final int apiPort = FreePort.any();
    private final int sandboxPort = FreePort.any();
    private final int webhookPort = FreePort.any();
    private final LocalKafkaProcess kafka =
            new LocalKafkaProcess(List.of("-Dlogback.configurationFile=broker-logback.xml"));
    private final RedisPair redis = new RedisPair();
    private final Settings settings;
    private final Service api;
    private final Service webhook;
    private final List<Service> senders = new ArrayList<>();

    private Stage(Allowed allowed, Allowed ours, Duration sendWithin) {
        settings = new Settings(allowed, ours, sendWithin, new Settings.Below(kafka.port(), redis.port(), sandboxPort));
        api = new Service("verification-api", VerificationApi.class, settings.api(apiPort));
        webhook = new Service("webhook-receiver", WebhookReceiver.class, settings.webhook(webhookPort));
    }

    /** Starts everything with so many senders, and returns when it is ready. */
    public static Stage with(Allowed allowed, Duration sendWithin, int senders) {
        return with(allowed, allowed, sendWithin, senders);
    }

    /** The same, with senders that are told of another budget than X has. */
    public static Stage with(Allowed allowed, Allowed ours, Duration sendWithin, int senders) {
        Stage stage = new Stage(allowed, ours, sendWithin);
        try {
            stage.start(senders);
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    private void start(int replicas) {
        running.push(kafka);
        running.push(redis);
        CompletableFuture<?> below = CompletableFuture.runAsync(kafka::start);
        redis.start();
        run(XSandbox.application(), settings.sandbox());
        below.join();
        running.push(webhook);
        webhook.start();
        running.push(api);
        api.start();
        addSenders(replicas);
        webhook.awaitReady();
        Brand.ALL.forEach(brand -> new Registration(sandbox(), brand).of(webhookPort));
        api.awaitReady();
        senders.forEach(Service::awaitReady);
    }

    /** Starts some more senders; does not wait for them. */
    public void addSenders(int replicas) {
        for (int i = 0; i < replicas; i++) {
            Service sender = new Service("dm-sender-" + senders.size(), DmSender.class, settings.sender());
            senders.add(sender);
            running.push(sender);
            sender.start();
        }
    }

    private void run(SpringApplicationBuilder application, Map<String, Object> properties) {
        String[] arguments = properties.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        running.push(application.registerShutdownHook(false).run(arguments));
    }

    /** The public door, with the key of the platform that speaks through this brand. */
    public Http api(Brand brand) {
        return new Http(apiPort, brand.apiKey());
    }

    /** X's doors, and those behind the scenes. */
    public Http sandbox() {
        return new Http(sandboxPort, null);
    }

    public Service api() {
        return api;
    }

    public Service webhook() {
        return webhook;
    }

    public List<Service> senders() {
        return List.copyOf(senders);
    }

    public LocalKafkaProcess kafka() {
        return kafka;
    }

    public RedisPair redis() {
        return redis;
    }

    @Override
    public void close() {
        List<Exception> failed = new ArrayList<>();
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                failed.add(e);
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("A part of the stage did not stop", failed.getFirst());
        }
    }
}
