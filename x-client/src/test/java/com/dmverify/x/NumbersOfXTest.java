package com.dmverify.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumbersOfXTest {

    /** Code lines only: documentation may name the numbers. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?m)^(?!\\s*(?:\\*|//|/\\*)).*?\\b(?:(?!443)4\\d\\d|5\\d\\d|349|150|226|326|344|135|130|131)\\b.*$");

    @Test
    void numbersOfXAreInTheErrorTableOnly() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> offenders = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("ErrorTable.java"))
                    .flatMap(NumbersOfXTest::linesWithNumbers)
                    .toList();
            assertThat(offenders)
                    .as("X's statuses and codes have one table, so that a change of X is a change in one place")
                    .isEmpty();
        }
    }

    private static Stream<String> linesWithNumbers(Path file) {
        try {
            return NUMBER
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .map(line -> file.getFileName() + ": " + line.strip())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
