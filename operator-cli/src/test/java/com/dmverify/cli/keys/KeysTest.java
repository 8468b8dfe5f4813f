package com.dmverify.cli.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class KeysTest {

    private static final String KEY = "dmv_live_abc";

    @Test
    void aNewKeyIsPrintedWithItsHashAndItsRights() {
        JsonNode made = run(
                        "new",
                        "--tenant",
                        "acme",
                        "--scope",
                        "operate,targets:erase",
                        "--scope",
                        "checks:write",
                        "--expires-in",
                        "90d",
                        "--json")
                .json()
                .getFirst();

        assertThat(made.path("key").asString()).matches("dmv_live_[A-Za-z0-9_-]{43}");
        assertThat(made.path("sha256").asString())
                .isEqualTo(sha256(made.path("key").asString()));
        assertThat(made.path("scopes").valueStream().map(JsonNode::asString))
                .containsExactly("operate", "targets:erase", "checks:write");
        assertThat(made.path("expires_at").asString()).isEqualTo("2027-02-18T12:00:00Z");
    }

    @Test
    void theTextIsAConfigurationThatHoldsTheHashAlone() {
        CommandRun run = run("new", "--tenant", "acme");

        String key = run.lines().getFirst().substring("API_KEY=".length());
        assertThat(key).startsWith("dmv_live_");
        assertThat(run.out().indexOf(key)).isEqualTo(run.out().lastIndexOf(key));
        assertThat(run.lines()).contains("        - sha256: " + sha256(key), "    acme:");
    }

    @Test
    void aTestKeyIsOneInTheConfigurationAndByItsText() {
        CommandRun text = run("new", "--tenant", "acme", "--test");

        assertThat(text.lines().getFirst()).startsWith("API_KEY=dmv_test_");
        assertThat(text.lines()).contains("          test: true");
        assertThat(run("new", "--tenant", "acme").lines()).doesNotContain("          test: true");
        assertThat(run("new", "--tenant", "acme", "--test", "--json")
                        .json()
                        .getFirst()
                        .path("test")
                        .asBoolean())
                .isTrue();
        assertThat(run("new", "--tenant", "acme", "--test", "--scope", "operate")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void noTwoKeysAreTheSame() {
        assertThat(run("new", "--tenant", "acme").lines().getFirst())
                .isNotEqualTo(run("new", "--tenant", "acme").lines().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--tenant=Acme", "--tenant=dlt", "--tenant=a --scope=verification:read", "--scope=operate"})
    void aKeyThatNobodyCouldUseIsNotMade(String arguments) {
        String[] words = ("new " + arguments).split(" ");

        assertThat(run(words).code()).isEqualTo(2);
        assertThat(run(words).out()).isEmpty();
    }

    @Test
    void aKeyIsHashedFromStandardInputAFileOrTheEnvironment(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");

        assertThat(CommandRun.withInput(KEY + "\n", Map.of(), "keys", "hash").out())
                .isEqualToIgnoringNewLines(sha256(KEY));
        assertThat(run("hash", "--api-key-file", file.toString()).out()).isEqualToIgnoringNewLines(sha256(KEY));
        assertThat(CommandRun.of(Map.of("OLD_KEY", KEY), "keys", "hash", "--variable", "OLD_KEY", "--json")
                        .each("sha256"))
                .containsExactly(sha256(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "two words", "two\nlines"})
    void whatIsNoKeyHasNoHash(String input) {
        CommandRun run = CommandRun.withInput(input, Map.of(), "keys", "hash");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aKeyIsNotAnArgument() {
        CommandRun run = run("hash", KEY);

        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void aKeyIsNotInItsToString() {
        assertThat(new ApiKey(KEY).toString()).doesNotContain(KEY);
    }

    private static CommandRun run(String... words) {
        String[] arguments = new String[words.length + 1];
        arguments[0] = "keys";
        System.arraycopy(words, 0, arguments, 1, words.length);
        return CommandRun.of(Map.of(), arguments);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
