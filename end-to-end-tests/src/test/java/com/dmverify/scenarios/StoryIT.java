package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.StoryCommand;
import com.dmverify.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The story by the operator's command, which needs the API and the sandbox alone. */
class StoryIT {

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void theCommandRunsTheStoryAgainstARunningDeploymentAsOftenAsOneLikes() {
        assertThat(command()).isEqualTo("0 verified verified verified");
        assertThat(command()).isEqualTo("0 verified verified verified");
    }

    private String command() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                printed,
                printed,
                Map.of("DMVERIFY_API_KEY", deployment.services.secrets().apiKey()),
                InstantSource.system());
        int code = new CommandLine(new StoryCommand(terminal))
                .execute(
                        "--against",
                        "http://127.0.0.1:" + deployment.services.ports().api(),
                        "--sandbox",
                        "http://127.0.0.1:" + deployment.services.ports().sandbox(),
                        "--json");
        StringBuilder result = new StringBuilder().append(code);
        out.toString(StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> result.append(' ')
                        .append(JsonMapper.shared()
                                .readTree(line)
                                .path("status")
                                .asString()));
        return result.toString();
    }
}
