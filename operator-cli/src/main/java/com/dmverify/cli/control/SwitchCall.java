package com.dmverify.cli.control;

import com.dmverify.cli.api.ApiOptions;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.NotBlankConverter;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Printable;
import com.dmverify.cli.terminal.Terminal;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;

/** What {@code stop} and {@code resume} have in common: which switch they change, and the call of verification-api. */
final class SwitchCall {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "What it is: tenant, account, target or code-key.",
            converter = KindConverter.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String kind;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "Its name: as configured, or of a target the user id or @handle.",
            converter = NotBlankConverter.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String name;

    @Mixin
    private final ApiOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    SwitchCall(Terminal terminal) {
        this.terminal = terminal;
        options = new ApiOptions(terminal);
    }

    int change(String state) {
        JsonNode changed = options.api().post("/operator/switches", Map.of("kind", kind, "name", name, "state", state));
        terminal.out()
                .println(output.json() ? Json.line(changed) : Printable.line(kind + " " + name + " is " + state + "."));
        return 0;
    }

    /** Reads a kind of what can be stopped. */
    static final class KindConverter implements ITypeConverter<String> {

        private static final List<String> ALL = List.of("tenant", "account", "target", "code-key");

        @Override
        public String convert(String text) {
            if (!ALL.contains(text)) {
                throw new TypeConversionException("'" + text + "' is not one of " + String.join(", ", ALL));
            }
            return text;
        }
    }
}
