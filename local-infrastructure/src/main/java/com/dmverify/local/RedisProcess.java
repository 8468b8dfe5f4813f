package com.dmverify.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of the server, from its start to its end. */
final class RedisProcess {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    // Reading back a long append-only file takes time; an empty one takes 30 ms.
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Process process;
    private final Process deathWatch;

    private RedisProcess(Process process) throws IOException {
        this.process = process;
        this.deathWatch = DeathWatch.over(process.pid());
    }

    /** @throws IllegalStateException with the server's own words if it does not come up */
    static RedisProcess start(List<String> arguments, Path directory) {
        List<String> command = inSessionOfItsOwn(RedisBinary.path());
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            RedisProcess redis = new RedisProcess(process);
            redis.awaitReady();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command, e);
        }
    }

    /** Ctrl-C in a terminal reaches every process of the session, and Redis must outlive the services that use it. */
    private static List<String> inSessionOfItsOwn(Path program) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.add(program.toString());
        return command;
    }

    long pid() {
        return process.pid();
    }

    /** Ends it in good order: what was written is on disk. */
    void terminate() {
        process.destroy();
        awaitEnd();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            deathWatch.destroyForcibly();
        }
    }

    private void awaitReady() {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("dm-verify-redis-output").start(() -> read(ready));
        try {
            ready.get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            kill();
            throw new IllegalStateException("Redis did not start", e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Redis started", e);
        }
    }

    /** Reads to the end, so that the server never waits for a reader of its words. */
    private void read(CompletableFuture<Void> ready) {
        StringBuilder words = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains("Ready to accept connections")) {
                    ready.complete(null);
                } else if (!ready.isDone()) {
                    words.append(line).append('\n');
                }
            }
            ready.completeExceptionally(new IllegalStateException("It said: " + words));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }
}
