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

/** One run of a server in a process of its own, from its start to its end. It ends with this JVM, even if that is killed. */
final class ServerProcess {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    // Redis reads a long append-only file, and a broker recovers after a kill; a busy machine takes twice as long.
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final Process deathWatch;

    private ServerProcess(String name, Process process) throws IOException {
        this.name = name;
        this.process = process;
        this.deathWatch = DeathWatch.over(process.pid());
    }

    /**
     * Returns when the server has printed that it is ready.
     *
     * @throws IllegalStateException with the server's output if it does not come up
     */
    static ServerProcess start(Program program) {
        List<String> command = inSessionOfItsOwn(program.command().get());
        try {
            Process process = new ProcessBuilder(command)
                    .directory(program.directory().toFile())
                    .redirectErrorStream(true)
                    .start();
            ServerProcess server = new ServerProcess(program.name(), process);
            server.awaitReady(program.readyText());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command, e);
        }
    }

    /** Ctrl-C in a terminal reaches every process of the session, and a server must outlive the services that use it. */
    private static List<String> inSessionOfItsOwn(List<String> wanted) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(wanted);
        return command;
    }

    long pid() {
        return process.pid();
    }

    /** Shuts the server down: its data is on disk. */
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

    private void awaitReady(String readyText) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("dm-verify-" + name + "-output").start(() -> read(readyText, ready));
        try {
            ready.get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            kill();
            throw new IllegalStateException(name + " did not start", e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + name + " started", e);
        }
    }

    /** Reads to the end, so that the server never blocks on its output. */
    private void read(String readyText, CompletableFuture<Void> ready) {
        StringBuilder printed = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains(readyText)) {
                    ready.complete(null);
                } else if (!ready.isDone()) {
                    printed.append(line).append('\n');
                }
            }
            ready.completeExceptionally(new IllegalStateException("Its output: " + printed));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }
}
