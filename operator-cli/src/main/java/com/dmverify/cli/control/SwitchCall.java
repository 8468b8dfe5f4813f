package com.dmverify.cli.control;

import com.dmverify.cli.api.ApiOptions;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Printable;
import com.dmverify.cli.terminal.Terminal;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;

/** Changes a switch by verification-api. */
final class SwitchCall {

    static final String KINDS = "What it is: tenant, account, target or code-key.";
    static final String NAMES = "Its name: as configured, or of a target the user id or @handle.";

    private SwitchCall() {}

    static int change(
            Terminal terminal, ApiOptions options, OutputOptions output, String kind, String name, String state) {
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
