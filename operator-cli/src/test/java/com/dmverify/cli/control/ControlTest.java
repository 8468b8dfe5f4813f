package com.dmverify.cli.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.CommandRun;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands against a server that answers as the management port of verification-api does. */
class ControlTest {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile String answer = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "stop, tenant, acme, stopped",
        "resume, account, brand, running",
        "stop, target, @jack, stopped",
        "stop, code-key, k1, stopped"
    })
    void aSwitchIsChanged(String command, String kind, String name, String state) {
        CommandRun run = run(command + " " + kind + " " + name);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(kind, name, state);
        assertThat(calls).containsExactly("POST /operator/switches Bearer dmv_key");
        assertThat(field("kind")).isEqualTo(kind);
        assertThat(field("name")).isEqualTo(name);
        assertThat(field("state")).isEqualTo(state);
    }

    @Test
    void optOutsAreListed() {
        answer = "{\"data\":[{\"account\":\"brand\",\"user_id\":\"12\",\"since\":\"2026-11-20T10:00:00Z\"}]}";

        assertThat(run("opt-outs list --account a&b").lines().getLast())
                .contains("brand", "12", "2026-11-20T10:00:00Z");
        assertThat(run("opt-outs list --json").each("user_id")).containsExactly("12");
        assertThat(calls)
                .containsExactly(
                        "GET /operator/opt-outs?account=a%26b Bearer dmv_key", "GET /operator/opt-outs Bearer dmv_key");
    }

    @ParameterizedTest
    @CsvSource({"add, opted_out", "lift, opted_in"})
    void anOptOutIsChanged(String command, String state) {
        assertThat(run("opt-outs " + command + " brand 12").code()).isZero();

        assertThat(field("account")).isEqualTo("brand");
        assertThat(field("user_id")).isEqualTo("12");
        assertThat(field("state")).isEqualTo(state);
    }

    @Test
    void whatIsHeldIsExported() {
        answer = "{\"user_id\":\"12\",\"verifications\":[]}";

        assertThat(run("export 12 --json").each("user_id")).containsExactly("12");
        assertThat(calls).containsExactly("POST /operator/export Bearer dmv_key");
        assertThat(field("user_id")).isEqualTo("12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop tenants acme", "stop tenant", "opt-outs add brand @jack", "export @jack"})
    void aWrongCommandLineCallsNothing(String line) {
        assertThat(run(line).code()).isEqualTo(2);
        assertThat(calls).isEmpty();
    }

    private String field(String name) {
        return bodies.getLast().path(name).asString();
    }

    private void respond(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (body.length > 0) {
            bodies.add(JsonMapper.builder().build().readTree(body));
        }
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private CommandRun run(String line) {
        String api = " --api http://127.0.0.1:" + server.getAddress().getPort();
        return CommandRun.of(Map.of("DMVERIFY_API_KEY", "dmv_key"), (line + api).split(" "));
    }
}
