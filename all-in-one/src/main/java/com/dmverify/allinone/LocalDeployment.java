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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Runs Kafka, Redis, the sandbox and the three services in this process. Each has its own Spring context and communicates with
 * the others only through Kafka, Redis and HTTP.
 */
public final class LocalDeployment implements AutoCloseable {

    /** These bring event loops of their own. */
    private static final Set<String> OWN_EVENT_LOOPS = Set.of("x-sandbox", "verification-api");

    private final Ports ports;
    private final Secrets secrets = Secrets.random();
    private final Map<String, Map<String, Object>> overrides = new HashMap<>();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private @Nullable Path data;
    private @Nullable Clock clock;
    private @Nullable LocalServices services;

    /** Describes a deployment on these ports; {@link #start()} starts it. */
    public LocalDeployment(Ports ports) {
        this.ports = ports;
    }

    /** Gives verification-api another clock, so that a test can move its time. */
    public LocalDeployment withClock(Clock other) {
        clock = other;
        return this;
    }

    /** Keeps the files of Kafka and Redis in this directory instead of in temporary ones. */
    public LocalDeployment keepingDataIn(Path directory) {
        data = directory;
        return this;
    }

    /** Overrides a property of one part: {@code verification-api}, {@code dm-sender}, {@code webhook-receiver}, … */
    public LocalDeployment with(String part, String property, Object value) {
        overrides.computeIfAbsent(part, name -> new HashMap<>()).put(property, value);
        return this;
    }

    public Ports ports() {
        return ports;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Kafka and Redis, for tests that stop them. */
    public LocalServices services() {
        if (services == null) {
            throw new IllegalStateException("The deployment does not run");
        }
        return services;
    }

    /** Starts everything and returns when it is ready. */
    public LocalDeployment start() {
        return start(part -> {});
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @param progress called with the name of each part that is ready
     */
    public LocalDeployment start(Consumer<String> progress) {
        Settings settings = new Settings(ports, secrets);
        CompletableFuture<Void> sandbox = CompletableFuture.runAsync(
                () -> run("x-sandbox", XSandbox.application(), settings.sandbox(), progress));
        startInfrastructure();
        progress.accept("Kafka and Redis");
        CompletableFuture<Void> api = CompletableFuture.runAsync(
                () -> run("verification-api", VerificationApi.application(), settings.api(), progress));
        run("webhook-receiver", WebhookReceiver.application(), settings.webhook(), progress);
        run("dm-sender", DmSender.application(), settings.sender(), progress);
        CompletableFuture.allOf(sandbox, api).join();
        return this;
    }

    private void startInfrastructure() {
        LocalKafka.Builder kafka = LocalKafka.builder().port(ports.kafka()).closeWithJvm(false);
        LocalRedis.Builder redis = LocalRedis.builder().port(ports.redis()).closeWithJvm(false);
        if (data != null) {
            kafka.dataDirectory(data.resolve("kafka"));
            redis.dataDirectory(data.resolve("redis"));
        }
        LocalServices infrastructure = LocalServices.start(kafka.build(), redis.build());
        services = infrastructure;
        keep(infrastructure);
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
        if (!OWN_EVENT_LOOPS.contains(name)) {
            application.initializers(context -> ((GenericApplicationContext) context)
                    .registerBean("deploymentEventLoops", ReactorResourceFactory.class, LocalDeployment::eventLoops));
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

    /** Event loops of each context, because shared ones end with the first context that is closed. */
    private static ReactorResourceFactory eventLoops() {
        ReactorResourceFactory loops = new ReactorResourceFactory();
        loops.setUseGlobalResources(false);
        // The server is closed by then; the default delays every stop by two seconds for each service.
        loops.setShutdownQuietPeriod(Duration.ZERO);
        return loops;
    }

    private void keep(AutoCloseable part) {
        synchronized (running) {
            running.push(part);
        }
    }

    /** Stops the services, then Kafka and Redis. */
    @Override
    public void close() {
        IllegalStateException failed = new IllegalStateException("A part of the deployment did not stop");
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
