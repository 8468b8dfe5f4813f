package com.dmverify.benchmarks.machine;

import java.nio.file.Path;
import java.util.List;

/**
 * How programs are started.
 *
 * @param logs the folder for what they print, and for recordings
 * @param options for each JVM
 * @param profile whether each is recorded with JFR
 */
public record Launch(ClassPaths classPaths, Path logs, List<String> options, boolean profile) {

    public Launch {
        options = List.copyOf(options);
    }

    /**
     * A program to be described.
     *
     * @param name of its log
     * @param module whose class path it has
     */
    public Program.Builder program(String name, String module, String mainClass) {
        return new Program.Builder(this, name, module, mainClass);
    }
}
