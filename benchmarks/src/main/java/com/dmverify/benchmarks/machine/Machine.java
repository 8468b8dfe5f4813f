package com.dmverify.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the figures were measured on.
 *
 * @param processor its name and how many cores this JVM sees
 * @param memory in GiB
 * @param system name and version
 * @param java name and version
 */
public record Machine(String processor, String memory, String system, String java) {

    /** The machine that this runs on; what it does not report is called unknown. */
    public static Machine ofThisProgram() {
        return new Machine(
                String.format(
                        Locale.ROOT,
                        "%s, %d cores",
                        line("/proc/cpuinfo", "model name").orElse("unknown processor"),
                        Runtime.getRuntime().availableProcessors()),
                line("/proc/meminfo", "MemTotal")
                        .map(kilobytes -> Long.parseLong(kilobytes.replace(" kB", "")) >> 20)
                        .map(gibibytes -> gibibytes + " GiB")
                        .orElse("unknown"),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                property("java.vendor") + " " + property("java.runtime.version"));
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }

    private static Optional<String> line(String file, String name) {
        if (!Files.isReadable(Path.of(file))) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
