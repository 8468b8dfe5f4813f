package com.dmverify.cli.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code dmverify keys hash}: prints the hash of a key that exists. */
@Command(
        name = "hash",
        description = {
            "Prints the SHA-256 of an API key, as the configuration of verification-api has it.",
            "The key is read from standard input, a file or an environment variable, never from an argument."
        })
final class HashKey implements Callable<Integer> {

    /** More than any key has: what is longer is not one. */
    private static final int LONGEST = 1024;

    private final Terminal terminal;

    @Option(names = "--api-key-file", paramLabel = "FILE", description = "Reads the key from this file.")
    private @Nullable Path file;

    @Option(names = "--variable", paramLabel = "NAME", description = "Reads the key from this environment variable.")
    private @Nullable String variable;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    HashKey(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String text = read().strip();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isWhitespace)) {
            throw new CommandFailedException(
                    "There is no API key: one line without spaces is needed on standard input, in the file of"
                            + " --api-key-file or in the environment variable of --variable.");
        }
        String sha256 = new ApiKey(text).sha256();
        terminal.out()
                .println(
                        output.json()
                                ? Json.line(
                                        JsonNodeFactory.instance.objectNode().put("sha256", sha256))
                                : sha256);
        return 0;
    }

    private String read() {
        try {
            if (file != null) {
                return Files.readString(file);
            }
            return variable == null
                    ? new String(terminal.in().readNBytes(LONGEST + 2), UTF_8)
                    : terminal.variable(variable).orElse("");
        } catch (IOException e) {
            throw new CommandFailedException(
                    "The API key cannot be read" + (file == null ? "." : " from " + file + "."), e);
        }
    }
}
