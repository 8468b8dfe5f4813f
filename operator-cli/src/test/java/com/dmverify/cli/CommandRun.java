package com.dmverify.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of the command: exit code and output. */
public record CommandRun(int code, String out, String err) {

    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public static CommandRun of(Map<String, String> environment, String... arguments) {
        return withInput("", environment, arguments);
    }

    public static CommandRun withInput(String input, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = OperatorCli.run(
                new Terminal(
                        new ByteArrayInputStream(input.getBytes(UTF_8)),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        environment,
                        InstantSource.fixed(NOW)),
                arguments);
        return new CommandRun(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    public List<String> lines() {
        return out.lines().toList();
    }

    /** The objects that a run with {@code --json} prints. */
    public List<JsonNode> json() {
        return out.lines().map(MAPPER::readTree).toList();
    }

    /** One field of each object. */
    public List<String> each(String field) {
        return json().stream().map(object -> object.path(field).asString()).toList();
    }
}
