package com.dmverify.benchmarks.machine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the JVM of a module finds its classes. */
@FunctionalInterface
public interface ClassPaths {

    /** The class path of the module in this folder. */
    String of(String module);

    /** Each module with its own dependencies and nothing else, as {@code ./benchmark} has built them. */
    static ClassPaths built() {
        return module -> {
            Path target = Path.of(module, "target");
            try {
                String dependencies = Files.readString(target.resolve("benchmark.dependencies"));
                return target.resolve("classes") + File.pathSeparator + dependencies.strip();
            } catch (IOException e) {
                throw new UncheckedIOException(module + " is not built; ./benchmark does it", e);
            }
        };
    }

    /** All modules with what this JVM has: enough to run them, too much to judge their start and their memory. */
    static ClassPaths ofThisJvm() {
        return _ -> System.getProperty("java.class.path");
    }
}
