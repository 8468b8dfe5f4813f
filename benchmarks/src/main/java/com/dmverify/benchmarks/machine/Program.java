package com.dmverify.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program in a JVM of its own. It ends with this JVM. */
public final class Program implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration READY = Duration.ofMinutes(3);
    private static final int LAST_WORDS = 2000;

    private final String name;
    private final Path log;
    private final Process process;
    private final Thread endsWithUs;

    private Program(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.endsWithUs = new Thread(process::destroyForcibly, "end-" + name);
        Runtime.getRuntime().addShutdownHook(endsWithUs);
    }

    public long pid() {
        return process.pid();
    }

    /** Returns when a GET of this address is answered with 200; throws {@link IllegalStateException} if it never is. */
    public Program awaitReady(URI address) {
        Readiness readiness = new Readiness(address);
        Patience.until(READY, name + " to be ready", () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended at its start: " + lastWords());
            }
            return readiness.isReady();
        });
        return this;
    }

    /** Ends it in good order, or by force if that takes too long. */
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

    private String lastWords() {
        try {
            String words = Files.readString(log);
            return words.substring(Math.max(0, words.length() - LAST_WORDS));
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }

    /** Describes a program. */
    public static final class Builder {

        /** The collector is the one that the JVM chooses in a pod of this size. */
        private static final List<String> JVM = List.of(
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

        private final Launch launch;
        private final String name;
        private final String module;
        private final String mainClass;
        private final List<String> arguments = new ArrayList<>();
        private String heap = "512m";

        Builder(Launch launch, String name, String module, String mainClass) {
            this.launch = launch;
            this.name = name;
            this.module = module;
            this.mainClass = mainClass;
        }

        /** A property of Spring's, from the command line. */
        public Builder with(String property, Object value) {
            return argument("--" + property + "=" + value);
        }

        /** Several at once. */
        public Builder withAll(Map<String, Object> properties) {
            properties.forEach(this::with);
            return this;
        }

        public Builder argument(String argument) {
            arguments.add(argument);
            return this;
        }

        /** At most so much, in the words of -Xmx; 512m unless told. */
        public Builder heap(String most) {
            heap = most;
            return this;
        }

        /** Begins to run. */
        public Program start() {
            Path log = launch.logs().resolve(name + ".log");
            try {
                Files.createDirectories(launch.logs());
                Process process = new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
                return new Program(name, log, process);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot run " + name, e);
            }
        }

        private List<String> command() {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-Xmx" + heap);
            command.addAll(JVM);
            command.addAll(launch.options());
            if (launch.profile()) {
                command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                        + launch.logs().resolve(name + ".jfr"));
            }
            command.addAll(List.of("-cp", launch.classPaths().of(module), mainClass));
            command.addAll(arguments);
            return command;
        }
    }
}
