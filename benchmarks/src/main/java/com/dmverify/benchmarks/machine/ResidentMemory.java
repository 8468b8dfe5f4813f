package com.dmverify.benchmarks.machine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How much of the machine's memory a process holds, as {@code ps} reports. */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** In MiB. */
    public static double of(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
            return Long.parseLong(new String(ps.getInputStream().readAllBytes(), US_ASCII).strip()) / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
