package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.DeathWatch;
import com.dmverify.local.FreePort;
import com.dmverify.local.LocalServices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A replica of the service that can be killed. It speaks to Kafka directly and to Redis through a port of the test. */
final class ReplicaProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);

    private final int port = FreePort.any();
    private final int management = FreePort.any();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;

    /** Returns when it is ready. */
    ReplicaProcess(LocalServices services, int redisPort) throws IOException {
        Path log = Files.createTempFile(Path.of("target"), "replica-", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ReplicaMain.class.getName()));
        command.addAll(Stream.of(RunningApi.arguments(
                        services,
                        "server.port=" + port,
                        "management.server.port=" + management,
                        "spring.data.redis.host=127.0.0.1",
                        "spring.data.redis.port=" + redisPort,
                        "dm-verify.limits.starts-per-target-hour=0",
                        "dm-verify.limits.starts-per-target-day=0"))
                .toList());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        DeathWatch.over(process.pid());
        await("a replica to be ready, see " + log)
                .atMost(START)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> process.isAlive() && ready());
    }

    /** Starts a verification; the answer fails if the process dies before. */
    CompletableFuture<HttpResponse<String>> start(String body, String key) {
        HttpRequest request = HttpRequest.newBuilder(uri(port, "/v1/verifications"))
                .header("Authorization", "Bearer " + RunningApi.KEY)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** {@code kill -9}; returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
        assertThat(process.isAlive()).isFalse();
    }

    @Override
    public void close() {
        kill();
        client.close();
    }

    private boolean ready() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(management, "/actuator/health/readiness"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
