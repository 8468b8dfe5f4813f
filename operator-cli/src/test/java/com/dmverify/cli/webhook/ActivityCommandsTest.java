package com.dmverify.cli.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.CommandRun;
import com.dmverify.cli.x.SandboxX;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code webhook} and {@code subscriptions} against the sandbox, in all families of X's activity APIs. */
class ActivityCommandsTest {

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
        x.answersCrc(true);
        x.control("POST", "/sandbox/reset", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-activity", "account-activity", "premium --environment prod", "enterprise"})
    void aWebhookIsRegisteredOnceAndDeletedOnce(String family) {
        // When
        CommandRun first = run(family, "webhook", "register", x.webhookUrl(), "--json");
        CommandRun again = run(family, "webhook", "register", x.webhookUrl(), "--json");

        // Then
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(again.each("id")).isEqualTo(first.each("id"));
        assertThat(run(family, "webhook", "list", "--json").each("url")).containsExactly(x.webhookUrl());

        // When
        String id = first.each("id").getFirst();
        int before = x.crcChecks();
        CommandRun validated = run(family, "webhook", "validate", id);

        // Then
        assertThat(validated.code()).as(validated.err()).isZero();
        assertThat(x.crcChecks()).isEqualTo(before + 1);

        // When
        CommandRun deleted = run(family, "webhook", "delete", id, "--json");
        CommandRun deletedAgain = run(family, "webhook", "delete", id, "--json");

        // Then
        assertThat(deleted.each("deleted")).containsExactly("true");
        assertThat(deletedAgain.code()).isZero();
        assertThat(deletedAgain.each("deleted")).containsExactly("false");
        assertThat(run(family, "webhook", "list", "--json").json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"x-activity, 5", "account-activity, 1", "premium --environment prod, 1", "enterprise, 1"})
    void anAccountIsSubscribedOnceAndRemovedOnce(String family, int subscriptions) {
        // Given
        run(family, "webhook", "register", x.webhookUrl());

        // When
        CommandRun added = run(family, "subscriptions", "add", "--json");

        // Then
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.each("user_id")).hasSize(subscriptions).containsOnly(SandboxX.BRAND);
        assertThat(run(family, "subscriptions", "add", "--json").json()).isEmpty();
        assertThat(run(family, "subscriptions", "list", "--json").each("user_id"))
                .hasSize(subscriptions);

        // When
        CommandRun removed = run(family, "subscriptions", "remove", "--json");

        // Then
        assertThat(removed.json()).hasSize(subscriptions);
        assertThat(run(family, "subscriptions", "remove", SandboxX.BRAND, "--json")
                        .code())
                .isZero();
        assertThat(run(family, "subscriptions", "list", "--json").json()).isEmpty();
    }

    @Test
    void whatIsMissingOfASubscriptionIsAdded() {
        run("x-activity", "webhook", "register", x.webhookUrl());
        run("x-activity", "subscriptions", "add", "--event", "dm.received");

        CommandRun added = run("x-activity", "subscriptions", "add", "--event", "dm.received,dm.sent", "--json");

        assertThat(added.each("event_type")).containsExactly("dm.sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-activity", "account-activity", "enterprise"})
    void aReplayIsRequested(String family) {
        run(family, "webhook", "register", x.webhookUrl());

        CommandRun replayed = run(family, "subscriptions", "replay", "--from", "2h", "--to", "1h", "--json");

        assertThat(replayed.code()).as(replayed.err()).isZero();
        assertThat(replayed.each("job_id").getFirst()).isNotBlank();
    }

    @Test
    void premiumHasNoReplay() {
        run("premium --environment prod", "webhook", "register", x.webhookUrl());

        CommandRun refused = run("premium --environment prod", "subscriptions", "replay", "--from", "2h", "--to", "1h");

        assertFailed(refused);
    }

    @Test
    void aWebhookThatDoesNotAnswerTheCrcCheckIsRefused() {
        x.answersCrc(false);

        assertFailed(run("x-activity", "webhook", "register", x.webhookUrl()));
        assertThat(run("x-activity", "webhook", "list", "--json").json()).isEmpty();
    }

    @Test
    void aWebhookHasToBeNamedUnlessThereIsOne() {
        assertFailed(run("x-activity", "subscriptions", "list"));
        run("x-activity", "webhook", "register", x.webhookUrl());
        run("x-activity", "webhook", "register", x.webhookUrl() + "/second");

        assertFailed(run("x-activity", "subscriptions", "list"));
        assertFailed(run("x-activity", "webhook", "validate"));
    }

    @Test
    void premiumNeedsAnEnvironment() {
        assertFailed(run("premium", "webhook", "list"));
    }

    @Test
    void credentialsThatAreMissingAreNamed() {
        CommandRun none = x.with(Map.of(), "webhook", "list");
        CommandRun noAccount = x.asApp("subscriptions", "add", "--webhook", "1");

        assertThat(none.code()).isOne();
        assertThat(none.err()).contains("DMVERIFY_X_CONSUMER_KEY", "DMVERIFY_X_CONSUMER_SECRET");
        assertThat(noAccount.code()).isOne();
        assertThat(noAccount.err()).contains("DMVERIFY_X_TOKEN_SECRET");
    }

    private static CommandRun run(String family, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--family");
        all.addAll(List.of(family.split(" ")));
        return x.run(all.toArray(String[]::new));
    }

    private static void assertFailed(CommandRun run) {
        assertThat(run.code()).isOne();
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
    }
}
