package com.dmverify.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How programs are started.
 *
 * @param logs the folder for what they print, and for recordings
 * @param options for each JVM
 * @param profile whether each JVM is recorded with JFR
 */
public record Launch(ClassPaths classPaths, Path logs, List<String> options, boolean profile) {

    /** The collector is the one that the JVM chooses in a pod of this size. */
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    public Launch {
        options = List.copyOf(options);
    }

    /** Starts the program and returns when it is ready. */
    public RunningProgram run(Program program) {
        return start(program).awaitReady();
    }

    /** Starts the program and does not wait for it. */
    public RunningProgram start(Program program) {
        Path log = logs.resolve(program.name() + ".log");
        try {
            Files.createDirectories(logs);
            Process process = new ProcessBuilder(command(program))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new RunningProgram(program, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + program.name(), e);
        }
    }

    /** The file that JFR writes when a program ends. */
    public Path recording(String name) {
        return logs.resolve(name + ".jfr");
    }

    private List<String> command(Program program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + program.heap());
        command.addAll(JVM);
        command.addAll(options);
        if (profile) {
            command.add(
                    "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording(program.name()));
        }
        command.addAll(List.of("-cp", classPaths.of(program.module()), program.mainClass()));
        command.addAll(program.arguments());
        return command;
    }
}
