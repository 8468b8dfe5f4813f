package com.dmverify.cli.api;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that name the management port of verification-api and the API key. */
public final class ApiOptions {

    private static final String KEY_VARIABLE = "DMVERIFY_API_KEY";

    private final Terminal terminal;

    @Option(
            names = "--api",
            paramLabel = "URL",
            converter = AddressConverter.class,
            description = "The management port of verification-api. Default: http://localhost:9080.")
    private URI address = URI.create("http://localhost:9080");

    private @Nullable Path keyFile;

    public ApiOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "A file with the API key. Default: the environment variable " + KEY_VARIABLE + ".")
    void setKeyFile(Path file) {
        keyFile = file;
    }

    /**
     * The management port that the options name.
     *
     * @throws CommandFailedException if there is no key
     */
    public OperatorApi api() {
        return new OperatorApi(address, key());
    }

    private String key() {
        String key = keyFile == null ? terminal.variable(KEY_VARIABLE).orElse("") : read(keyFile);
        if (key.isBlank()) {
            throw new CommandFailedException("There is no API key: set " + KEY_VARIABLE + " or give --api-key-file.");
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

    /** Reads an address of HTTP. */
    static final class AddressConverter implements ITypeConverter<URI> {

        @Override
        public URI convert(String text) {
            try {
                URI address = new URI(text);
                if (address.getHost() != null
                        && String.valueOf(address.getScheme()).matches("https?")) {
                    return address;
                }
            } catch (URISyntaxException e) {
                // The sentence below says what is wrong.
            }
            throw new TypeConversionException("'" + text + "' is not an address like http://localhost:9080");
        }
    }
}
