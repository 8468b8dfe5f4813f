package com.dmverify.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import redis.embedded.RedisExecProvider;

/** The Redis binary, extracted once from the jar that contains it for Linux and macOS (x86-64, arm64). */
final class RedisBinary {

    private RedisBinary() {}

    static Path path() {
        return Extracted.PATH;
    }

    private static final class Extracted {

        private static final Path PATH = extract();

        private static Path extract() {
            try {
                // A temporary file that the provider removes when the JVM ends.
                return RedisExecProvider.defaultProvider().get().toPath();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "Cannot write Redis' program to " + System.getProperty("java.io.tmpdir"), e);
            }
        }
    }
}
