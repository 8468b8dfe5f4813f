package com.dmverify.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.CommandRun;
import com.dmverify.cli.x.SandboxX;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code user} against the sandbox. */
class UserCommandsTest {

    private static final String ALICE = "2000000000000000001";
    private static final String BOB = "2000000000000000002";

    private static SandboxX x;

    @BeforeAll
    static void start() {
        x = new SandboxX();
    }

    @AfterAll
    static void stop() {
        x.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--v1"})
    void usersAreLookedUpByIdAndHandle(String version) {
        CommandRun found = run("user lookup " + ALICE + " @BOB --json " + version);

        assertThat(found.code()).as(found.err()).isZero();
        assertThat(found.each("user_id")).containsExactlyInAnyOrder(ALICE, BOB);
        assertThat(found.each("handle")).containsExactlyInAnyOrder("alice", "bob");
    }

    @Test
    void theAppAloneLooksUpUsersWithoutTheirRelationToAnAccount() {
        assertThat(x.asApp("user", "lookup", "@bob", "--json").json())
                .singleElement()
                .satisfies(user ->
                        assertThat(user.path("receives_your_dm").isNull()).isTrue());
        assertThat(run("user lookup @bob --json").each("receives_your_dm")).containsExactly("false");
    }

    @Test
    void usersThatAreNotThereFailTheCommandAfterTheOthersWerePrinted() {
        CommandRun found = run("user lookup @alice @nobody_has_this --json");

        assertThat(found.code()).isOne();
        assertThat(found.each("user_id")).containsExactly(ALICE);
        assertThat(found.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--v1"})
    void followersAreListed(String version) {
        x.control("POST", "/sandbox/users/bulk", "{\"count\":250,\"prefix\":\"fan\"}");

        assertThat(run("user followers --limit 1000 --json " + version).each("user_id"))
                .contains(ALICE)
                .doesNotContain(BOB)
                .hasSizeGreaterThan(250)
                .doesNotHaveDuplicates();
        assertThat(run("user followers @dmverify_demo --limit 3 --json " + version)
                        .json())
                .hasSize(3);
    }

    private static CommandRun run(String line) {
        return x.run(line.strip().split(" +"));
    }
}
