package com.dmverify.guarantees.deployment;

import com.dmverify.api.VerificationApi;
import com.dmverify.cli.story.Http;
import com.dmverify.local.FreePort;
import com.dmverify.local.LocalKafkaProcess;
import com.dmverify.sandbox.XSandbox;
import com.dmverify.sender.DmSender;
import com.dmverify.webhook.WebhookReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * All services, Kafka, Redis and the sandbox for several brands. Each part that tests kill is a process of its own; the sandbox
 * runs in this JVM.
 */
public final class Deployment implements AutoCloseable {

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final int apiPort = FreePort.any();
    private final int sandboxPort = FreePort.any();
    private final int webhookPort = FreePort.any();
    private final LocalKafkaProcess kafka =
            new LocalKafkaProcess(List.of("-Dlogback.configurationFile=broker-logback.xml"));
    private final RedisPair redis = new RedisPair();
    private final Settings settings;
    private final NewerServices newer;
    private final ServiceProcess api;
    private final ServiceProcess webhook;
    private final List<ServiceProcess> senders = new ArrayList<>();

    private Deployment(SendLimit limit, SendLimit ours, Duration sendWithin, NewerServices newer) {
        this.newer = newer;
        settings = new Settings(limit, ours, sendWithin, new Settings.Ports(kafka.port(), redis.port(), sandboxPort));
        api = process("verification-api", VerificationApi.class, settings.api(apiPort));
        webhook = process("webhook-receiver", WebhookReceiver.class, settings.webhook(webhookPort));
    }

    /** Starts everything with this many replicas of dm-sender and returns when it is ready. */
    public static Deployment with(SendLimit limit, Duration sendWithin, int senders) {
        return with(limit, limit, sendWithin, senders);
    }

    /** The same, with a limit in dm-sender that differs from X's. */
    public static Deployment with(SendLimit limit, SendLimit ours, Duration sendWithin, int senders) {
        return started(new Deployment(limit, ours, sendWithin, NewerServices.NONE), senders);
    }

    /** One replica of each service; those with these names have the records of a later release, the others those of this one. */
    public static Deployment mixed(SendLimit limit, Duration sendWithin, Path records, Set<String> names) {
        Deployment deployment = started(new Deployment(limit, limit, sendWithin, new NewerServices(records, names)), 1);
        // From now on each knows the schemas of the others: it is ready when it has read them.
        deployment.services().stream()
                .filter(service -> !names.contains(kindOf(service.name())))
                .forEach(service -> {
                    service.kill();
                    service.start();
                    service.awaitReady();
                });
        return deployment;
    }

    private static Deployment started(Deployment deployment, int senders) {
        try {
            deployment.start(senders);
            return deployment;
        } catch (RuntimeException e) {
            deployment.close();
            throw e;
        }
    }

    private void start(int replicas) {
        running.push(kafka);
        running.push(redis);
        CompletableFuture<?> kafkaStart = CompletableFuture.runAsync(kafka::start);
        redis.start();
        run(XSandbox.application(), settings.sandbox());
        kafkaStart.join();
        running.push(webhook);
        webhook.start();
        running.push(api);
        api.start();
        addSenders(replicas);
        webhook.awaitReady();
        Brand.ALL.forEach(brand -> new WebhookRegistration(sandbox(), brand).of(webhookPort));
        api.awaitReady();
        senders.forEach(ServiceProcess::awaitReady);
    }

    /** Starts more replicas of dm-sender; does not wait until they are ready. */
    public void addSenders(int replicas) {
        for (int i = 0; i < replicas; i++) {
            ServiceProcess sender = process("dm-sender-" + senders.size(), DmSender.class, settings.sender());
            senders.add(sender);
            running.push(sender);
            sender.start();
        }
    }

    private ServiceProcess process(String name, Class<?> main, Map<String, Object> properties) {
        Path records = newer.names().contains(kindOf(name)) ? newer.records() : null;
        return new ServiceProcess(name, main, properties, records);
    }

    /** Replicas of dm-sender have a number. */
    private static String kindOf(String name) {
        return name.replaceFirst("-[0-9]+$", "");
    }

    private void run(SpringApplicationBuilder application, Map<String, Object> properties) {
        String[] arguments = properties.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        running.push(application.registerShutdownHook(false).run(arguments));
    }

    /** A client of verification-api with the API key of this brand's platform. */
    public Http api(Brand brand) {
        return new Http(apiPort, brand.apiKey());
    }

    /** A client of the sandbox, for X's API and the control calls. */
    public Http sandbox() {
        return new Http(sandboxPort, null);
    }

    public ServiceProcess api() {
        return api;
    }

    public ServiceProcess webhook() {
        return webhook;
    }

    public List<ServiceProcess> senders() {
        return List.copyOf(senders);
    }

    /** Every service that runs in a process of its own. */
    public List<ServiceProcess> services() {
        return Stream.concat(Stream.of(api, webhook), senders.stream()).toList();
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
            throw new IllegalStateException("A part of the deployment did not stop", failed.getFirst());
        }
    }

    private record NewerServices(@Nullable Path records, Set<String> names) {
        static final NewerServices NONE = new NewerServices(null, Set.of());
    }
}
