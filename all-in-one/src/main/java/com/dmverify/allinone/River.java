package com.dmverify.allinone;

import com.dmverify.api.VerificationApi;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.sandbox.XSandbox;
import com.dmverify.sender.DmSender;
import com.dmverify.webhook.WebhookReceiver;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Kafka, Redis, the sandbox and the three services, each in a Spring context of its own: they share nothing but the process
 * and meet only through Kafka, Redis and HTTP.
 */
public final class River implements AutoCloseable {

    private final Ports ports;
    private final Secrets secrets = Secrets.random();
    private final Map<String, Map<String, Object>> overrides = new HashMap<>();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private @Nullable Path data;
    private @Nullable Clock clock;
    private @Nullable LocalServices services;

    /** A river on these ports; nothing runs yet. */
    public River(Ports ports) {
        this.ports = ports;
    }

    /** Gives verification-api another clock, so that its time can be moved. */
    public River withClock(Clock other) {
        clock = other;
        return this;
    }

    /** Keeps Kafka's and Redis' files here, instead of in folders that are gone at the end. */
    public River keepingDataIn(Path directory) {
        data = directory;
        return this;
    }

    /** Overrides a property of one part: {@code verification-api}, {@code dm-sender}, {@code webhook-receiver}, … */
    public River with(String part, String property, Object value) {
        overrides.computeIfAbsent(part, name -> new HashMap<>()).put(property, value);
        return this;
    }

    public Ports ports() {
        return ports;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** The broker and the Redis below the services, for tests that stop them. */
    public LocalServices services() {
        if (services == null) {
            throw new IllegalStateException("The river does not run");
        }
        return services;
    }

    /** Starts everything in silence. */
    public River start() {
        return start(part -> {});
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @param progress hears the name of each part that is up
     */
    public River start(Consumer<String> progress) {
        Settings settings = new Settings(ports, secrets);
        CompletableFuture<Void> sandbox = CompletableFuture.runAsync(
                () -> run("x-sandbox", XSandbox.application(), settings.sandbox(), progress));
        startBelow();
        progress.accept("Kafka and Redis");
        CompletableFuture<Void> api = CompletableFuture.runAsync(
                () -> run("verification-api", VerificationApi.application(), settings.api(), progress));
        run("webhook-receiver", WebhookReceiver.application(), settings.webhook(), progress);
        run("dm-sender", DmSender.application(), settings.sender(), progress);
        CompletableFuture.allOf(sandbox, api).join();
        return this;
    }

    private void startBelow() {
        LocalKafka.Builder kafka = LocalKafka.builder().port(ports.kafka()).closeWithJvm(false);
        LocalRedis.Builder redis = LocalRedis.builder().port(ports.redis()).closeWithJvm(false);
        if (data != null) {
            kafka.dataDirectory(data.resolve("kafka"));
            redis.dataDirectory(data.resolve("redis"));
        }
        LocalServices below = LocalServices.start(kafka.build(), redis.build());
        services = below;
        keep(below);
    }

    private void run(
            String name,
            SpringApplicationBuilder application,
            Map<String, Object> settings,
            Consumer<String> progress) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(overrides.getOrDefault(name, Map.of()));
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        if (!name.equals("x-sandbox")) {
            application.initializers(context -> ((GenericApplicationContext) context)
                    .registerBean("riverEventLoops", ReactorResourceFactory.class, River::eventLoops));
        }
        Clock moved = clock;
        if (moved != null && name.equals("verification-api")) {
            application.initializers(context ->
                    ((GenericApplicationContext) context).registerBean("movedClock", Clock.class, () -> moved));
        }
        ConfigurableApplicationContext context =
                application.registerShutdownHook(false).run(arguments);
        keep(context);
        progress.accept(name);
    }

    /** Of their own, as the sandbox has them: those that all contexts share end with the first context that ends. */
    private static ReactorResourceFactory eventLoops() {
        ReactorResourceFactory loops = new ReactorResourceFactory();
        loops.setUseGlobalResources(false);
        // The doors are closed by then; the default would make every stop two seconds longer, for each service.
        loops.setShutdownQuietPeriod(Duration.ZERO);
        return loops;
    }

    private void keep(AutoCloseable part) {
        synchronized (running) {
            running.push(part);
        }
    }

    /** Stops the services, then what is below them. */
    @Override
    public void close() {
        IllegalStateException failed = new IllegalStateException("A part of the river did not stop");
        synchronized (running) {
            while (!running.isEmpty()) {
                try {
                    running.pop().close();
                } catch (Exception e) {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }
}
