package com.dmverify.guarantees.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.cli.story.Http;
import com.dmverify.local.DeathWatch;
import com.dmverify.local.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One replica of a service in a JVM of its own, which may be killed at any time and started again. */
public final class ServiceProcess implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "guarantees");
    private static final Duration START = Duration.ofMinutes(5);
    private static final List<String> SMALL =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    private final String name;
    private final Class<?> main;
    private final Map<String, Object> settings;
    private final @Nullable Path before;
    private final int management = FreePort.any();
    private @Nullable Process process;
    private boolean closed;

    /** @param before classes that stand before those of the service; null: none */
    ServiceProcess(String name, Class<?> main, Map<String, Object> settings, @Nullable Path before) {
        this.name = name;
        this.before = before;
        this.main = main;
        this.settings = new HashMap<>(settings);
        this.settings.put("management.server.port", management);
        this.settings.put("logging.level.org.apache.kafka", "WARN");
        this.settings.put("logging.pattern.console", "%d{HH:mm:ss.SSS} %-5level %-40.40logger{39} %msg %kvp%n");
    }

    public String name() {
        return name;
    }

    /** Starts the process unless it runs; does not wait until it is ready. */
    public synchronized void start() {
        if (closed || (process != null && process.isAlive())) {
            return;
        }
        try {
            Files.createDirectories(LOGS);
            Process started = command().start();
            DeathWatch.over(started.pid());
            process = started;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    private ProcessBuilder command() {
        ProcessBuilder builder =
                new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"));
        builder.command().addAll(SMALL);
        String classPath = before == null ? classPath() : before + File.pathSeparator + classPath();
        builder.command().addAll(List.of("-cp", classPath, main.getName()));
        builder.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings));
        File log = LOGS.resolve(name + ".log").toFile();
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    }

    /** The class path of this JVM without the tests, so that the service runs as it is shipped. */
    private static String classPath() {
        Path tests = Path.of(URI.create(ServiceProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What the service counts, in the text format of Prometheus. */
    public String metrics() {
        URI metrics = URI.create("http://127.0.0.1:" + management + "/actuator/prometheus");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** Returns when the readiness probe answers 200. */
    public void awaitReady() {
        Http http = new Http(management, null);
        await(name + " to be ready, see " + LOGS)
                .atMost(START)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .untilAsserted(
                        () -> assertThat(http.get("/actuator/health/readiness").status())
                                .isEqualTo(200));
    }

    /** Kills the process and prevents further starts. */
    @Override
    public synchronized void close() {
        closed = true;
        kill();
    }
}
