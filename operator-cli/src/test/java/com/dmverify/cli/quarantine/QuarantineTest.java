package com.dmverify.cli.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.CommandRun;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands against a server that answers as the management port of verification-api does. */
class QuarantineTest {

    private static final String ID = "ver_0123456789abcdefghjkmnpqrs";
    private static final String ENTRY = "{\"id\":\"" + ID + "\",\"looks\":3,\"cause\":\"no \\u001b[2J version\","
            + "\"last_look_at\":\"2026-11-20T10:00:00Z\",\"next_look_at\":\"2026-11-20T10:30:00Z\"}";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{\"data\":[" + ENTRY + "]}";

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

    @Test
    void damagedVerificationsAreListed() {
        // When
        CommandRun text = run("list");
        CommandRun json = run("list", "--json");

        // Then
        assertThat(text.code()).isZero();
        assertThat(text.lines()).hasSize(2);
        assertThat(text.lines().getLast())
                .contains(ID, "3", "2026-11-20T10:30:00Z")
                .doesNotContain("\u001b");
        assertThat(json.each("id")).containsExactly(ID);
        assertThat(calls).containsOnly("GET /operator/quarantine Bearer dmv_key");
    }

    @Test
    void aDamagedVerificationIsShown() {
        // Given
        body = ENTRY;

        // When
        CommandRun run = run("show", ID, "--json");

        // Then
        assertThat(run.code()).isZero();
        assertThat(run.each("id")).containsExactly(ID);
        assertThat(calls).containsExactly("GET /operator/quarantine/" + ID + " Bearer dmv_key");
    }

    @Test
    void anEndNeedsAConfirmation() {
        // When
        CommandRun unconfirmed = run("end", ID);

        // Then
        assertThat(unconfirmed.code()).isEqualTo(1);
        assertThat(unconfirmed.err().lines()).singleElement().asString().contains("--yes");
        assertThat(calls).isEmpty();

        // When
        body = "{\"id\":\"" + ID + "\",\"ended\":true}";
        CommandRun confirmed = run("end", ID, "--yes", "--json");

        // Then
        assertThat(confirmed.code()).isZero();
        assertThat(confirmed.json().getFirst().path("ended").asBoolean()).isTrue();
        assertThat(calls).containsExactly("POST /operator/quarantine/" + ID + "/end Bearer dmv_key");
    }

    @Test
    void aProblemIsOneLineWithItsDetail() {
        // Given
        status = 404;
        body = "{\"code\":\"not_found\",\"detail\":\"It is not in the quarantine.\"}";

        // When
        CommandRun run = run("end", ID, "--yes");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("404", "It is not in the quarantine.");
    }

    @Test
    void aServerThatIsNotVerificationApiIsReportedInOneLine() {
        // Given
        body = "<html>";

        // When
        CommandRun run = run("list");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("--api");
    }

    @Test
    void anApiThatDoesNotRespondIsReportedInOneLine() {
        // Given
        server.stop(0);

        // When
        CommandRun run = run("list");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("--api")
                .doesNotContain("dmv_key");
    }

    @Test
    void theApiKeyComesFromAFileOrTheEnvironment(@TempDir Path directory) throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("key"), "dmv_file\n");

        // When
        run("list", "--api-key-file", file.toString());
        CommandRun none = CommandRun.of(Map.of("DMVERIFY_API_KEY", " "), "quarantine", "list", "--api", address());
        CommandRun noFile =
                run("list", "--api-key-file", directory.resolve("none").toString());

        // Then
        assertThat(calls).containsExactly("GET /operator/quarantine Bearer dmv_file");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("DMVERIFY_API_KEY");
        assertThat(noFile.code()).isEqualTo(1);
        assertThat(noFile.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purge",
                "show",
                "show x",
                "show ../health",
                "end",
                "end ver_1 --yes",
                "list --api x",
                "list --yes"
            })
    void aWrongCommandLineIsRefused(String line) {
        // When
        CommandRun run = run(line.split(" "));

        // Then
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(calls).isEmpty();
    }

    private CommandRun run(String... arguments) {
        Stream<String> words = Stream.concat(Stream.of("quarantine"), Stream.of(arguments));
        boolean isLeaf = List.of("list", "show", "end").contains(arguments[0]);
        boolean hasAddress = List.of(arguments).contains("--api");
        return CommandRun.of(
                Map.of("DMVERIFY_API_KEY", "dmv_key"),
                (isLeaf && !hasAddress ? Stream.concat(words, Stream.of("--api", address())) : words)
                        .toArray(String[]::new));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void respond(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
