package com.dmverify.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @Test
    void aTemporaryDirectoryGoesWithItsFiles() throws Exception {
        // Given
        DataDirectory data = DataDirectory.of(null, "test");
        Files.writeString(Files.createDirectory(data.path().resolve("deep")).resolve("file"), "x");

        // When
        data.release();

        // Then
        assertThat(data.path()).doesNotExist();
    }

    @Test
    void aGivenDirectoryStays(@TempDir Path parent) throws Exception {
        // Given
        DataDirectory data = DataDirectory.of(parent.resolve("not-yet-there"), "test");
        Files.writeString(data.path().resolve("file"), "x");

        // When
        data.release();

        // Then
        assertThat(data.has("file")).isTrue();
    }
}
