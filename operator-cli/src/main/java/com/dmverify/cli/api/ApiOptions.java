package com.dmverify.cli.api;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.HttpAddressConverter;
import com.dmverify.cli.terminal.Terminal;
import java.net.URI;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name the management port of verification-api and the API key. */
public final class ApiOptions {

    @Option(
            names = "--api",
            paramLabel = "URL",
            converter = HttpAddressConverter.class,
            description = "The management port of verification-api. Default: http://localhost:9080.")
    private URI address = URI.create("http://localhost:9080");

    @Mixin
    private final ApiKeyOption key;

    public ApiOptions(Terminal terminal) {
        key = new ApiKeyOption(terminal);
    }

    /**
     * The management port that the options name.
     *
     * @throws CommandFailedException if there is no key
     */
    public OperatorApi api() {
        return new OperatorApi(address, key.key());
    }
}
