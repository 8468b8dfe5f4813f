package com.dmverify.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory of a server's data: a given directory is kept, a temporary one is removed with the server. */
record DataDirectory(Path path, boolean temporary) {

    static DataDirectory of(@Nullable Path given, String name) {
        try {
            return given == null
                    ? new DataDirectory(Files.createTempDirectory("dm-verify-" + name + "-"), true)
                    : new DataDirectory(Files.createDirectories(given).toAbsolutePath(), false);
        } catch (IOException e) {
            throw new UncheckedIOException("No place for the data of " + name, e);
        }
    }

    boolean has(String file) {
        return Files.exists(path.resolve(file));
    }

    /** Removes a temporary directory. Files that cannot be removed stay in the system's temporary directory. */
    void release() {
        if (!temporary || !Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(DataDirectory.class.getName())
                    .log(System.Logger.Level.WARNING, "Temporary data stays in " + path, e);
        }
    }
}
