package com.dmverify.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    private static final String RECORDING = ".jfr";

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

    /** The files that JFR has written when the programs ended; none without {@code profile}. */
    public List<Path> recordings() {
        if (!profile) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(RECORDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Program program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + program.heap());
        command.addAll(JVM);
        command.addAll(options);
        if (profile) {
            command.add("-XX:FlightRecorderOptions=stackdepth=256");
            command.add("-XX:StartFlightRecording=settings=profile,jdk.CPUTimeSample#enabled=true,"
                    + "dumponexit=true,filename=" + logs.resolve(program.name() + RECORDING));
        }
        command.addAll(List.of("-cp", classPaths.of(program.module()), program.mainClass()));
        command.addAll(program.arguments());
        return command;
    }
}
