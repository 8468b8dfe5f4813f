package com.dmverify.benchmarks.machine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A program that was started. It ends with this JVM. */
public final class RunningProgram implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration READY = Duration.ofMinutes(3);
    private static final int QUOTED = 2000;

    private final Program program;
    private final Path log;
    private final Process process;
    private final Thread endsWithUs;

    RunningProgram(Program program, Path log, Process process) {
        this.program = program;
        this.log = log;
        this.process = process;
        this.endsWithUs = new Thread(process::destroyForcibly, "end-" + program.name());
        Runtime.getRuntime().addShutdownHook(endsWithUs);
    }

    public String name() {
        return program.name();
    }

    /** Where it serves. */
    public URI url() {
        return program.url();
    }

    public long pid() {
        return process.pid();
    }

    /** Returns when the program is ready; throws {@link IllegalStateException} if it ends or never is. */
    RunningProgram awaitReady() {
        Readiness readiness = new Readiness(program.readiness());
        Wait.until(READY, program.name() + " to be ready", () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(program.name() + " ended at its start: " + endOfLog());
            }
            return readiness.isReady();
        });
        return this;
    }

    /** Ends the program in good order, or by force if that takes too long. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        if (!Thread.currentThread().equals(endsWithUs)) {
            Runtime.getRuntime().removeShutdownHook(endsWithUs);
        }
    }

    private String endOfLog() {
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - QUOTED));
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }
}
