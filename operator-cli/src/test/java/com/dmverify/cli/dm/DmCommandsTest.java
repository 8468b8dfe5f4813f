package com.dmverify.cli.dm;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.CommandRun;
import com.dmverify.cli.x.SandboxX;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code dm} against the sandbox. */
class DmCommandsTest {

    private static final String ALICE = "2000000000000000001";

    private static SandboxX x;

    @BeforeAll
    static void start() {
        x = new SandboxX();
    }

    @AfterAll
    static void stop() {
        x.close();
    }

    @AfterEach
    void reset() {
        x.control("POST", "/sandbox/reset", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--v1"})
    void aMessageIsSentListedShownAndDeleted(String version) {
        // When
        CommandRun sent = run("dm send @alice Hello,_Alice --json " + version);

        // Then
        assertThat(sent.code()).as(sent.err()).isZero();
        String id = sent.each("id").getFirst();
        assertThat(texts()).containsExactly("Hello,_Alice");
        assertThat(run("dm list --with @alice --json " + version).each("id")).contains(id);
        assertThat(run("dm list --json " + version)
                        .json()
                        .getFirst()
                        .path("text")
                        .isNull())
                .isTrue();
        assertThat(run("dm list --with-texts --json " + version).each("text")).containsExactly("Hello,_Alice");
        assertThat(run("dm show " + id + " --with-texts --json " + version).each("text"))
                .containsExactly("Hello,_Alice");
        assertThat(run("dm show " + id + " " + version).out()).doesNotContain("Hello");

        // When
        CommandRun deleted = run("dm delete " + id + " --json " + version);

        // Then
        assertThat(deleted.each("deleted")).containsExactly("true");
        assertThat(run("dm list --json " + version).json()).isEmpty();
        assertThat(run("dm delete " + id + " --json " + version).each("deleted"))
                .containsExactly("false");
    }

    @Test
    void theTextCanComeFromStandardInput() {
        Map<String, String> environment = Map.of(
                "DMVERIFY_X_CONSUMER_KEY", "sandbox-consumer-key",
                "DMVERIFY_X_CONSUMER_SECRET", "sandbox-consumer-secret",
                "DMVERIFY_X_TOKEN", SandboxX.BRAND + "-sandbox",
                "DMVERIFY_X_TOKEN_SECRET", "sandbox-token-secret");
        CommandRun sent = CommandRun.withInput(
                "two words\n",
                environment,
                "dm",
                "send",
                ALICE,
                "-",
                "--x",
                x.url().toString());

        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(texts()).containsExactly("two words");
    }

    @Test
    void credentialsCanComeFromAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.properties");
        Files.writeString(file, """
                consumer-key=sandbox-consumer-key
                consumer-secret=sandbox-consumer-secret
                token=%s-sandbox
                token-secret=sandbox-token-secret
                """.replace("%s", SandboxX.BRAND));

        CommandRun sent = x.with(Map.of(), "dm", "send", ALICE, "Hi", "--x-credentials-file", file.toString());

        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(texts()).containsExactly("Hi");
    }

    @ParameterizedTest
    @CsvSource({"picture.png, ''", "picture.png, --v1", "moving.gif, ''", "moving.gif, --v1"})
    void mediaIsAttached(String name, String version, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[100]);

        CommandRun sent = run("dm send @alice Look --media " + file + " --json " + version);

        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(texts()).singleElement().asString().startsWith("Look");
    }

    @Test
    void optionsToTapAreSent() {
        CommandRun sent = run("dm send @alice Was_it_you? --options Yes,No --json");

        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(texts()).containsExactly("Was_it_you?");
    }

    /** The response is lost after X accepted the message: the command finds it in the conversation. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--v1"})
    void aLostResponseIsLookedFor(String version) {
        x.control("POST", "/sandbox/faults", "{\"name\":\"unavailable_after_accept\",\"count\":1}");

        CommandRun sent = run("dm send @alice Once --json " + version);

        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(run("dm list --json " + version).each("id")).isEqualTo(sent.each("id"));
        assertThat(texts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dm send @bob Hello", // takes messages only from accounts he follows
                "dm send @nobody_has_this Hello",
                "dm send @mallory Hello", // suspended
                "dm show 1234567890123456789",
                "dm send @alice Hello --media no-such-file.png",
                "dm send @alice Hello --media pom.xml"
            })
    void aRefusalIsOneSentence(String line) {
        CommandRun refused = run(line);

        assertThat(refused.code()).isOne();
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(texts()).isEmpty();
    }

    private static List<String> texts() {
        return x.control("GET", "/sandbox/users/" + ALICE + "/inbox", "")
                .valueStream()
                .map(message -> message.path("text").asString())
                .toList();
    }

    private static CommandRun run(String line) {
        return x.run(line.strip().split(" +"));
    }
}
