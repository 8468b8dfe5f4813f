package com.dmverify.cli.api;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the file with the API key. */
public final class ApiKeyOption {

    private static final String VARIABLE = "DMVERIFY_API_KEY";

    private final Terminal terminal;

    private @Nullable Path file;

    public ApiKeyOption(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "A file with the API key. Default: the environment variable " + VARIABLE + ".")
    void setFile(Path path) {
        file = path;
    }

    /**
     * The key.
     *
     * @throws CommandFailedException if there is none
     */
    public String key() {
        String key = file == null ? terminal.variable(VARIABLE).orElse("") : read(file);
        if (key.isBlank()) {
            throw new CommandFailedException("There is no API key: set " + VARIABLE + " or give --api-key-file.");
        }
        return key.strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailedException("The API key cannot be read from the file " + file + ".", e);
        }
    }
}
