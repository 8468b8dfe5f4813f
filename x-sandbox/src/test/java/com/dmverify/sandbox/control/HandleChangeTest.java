package com.dmverify.sandbox.control;

import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A handle may pass to another user; ids never do. */
class HandleChangeTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @AfterEach
    void reset() {
        Sandbox.fresh();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aReleasedHandleCanBeTakenByAnotherUser() {
        // Given
        Answer renamed = sandbox.control("PATCH", "/sandbox/users/" + CAROL, "{\"username\":\"@carol_2\"}");
        // When
        Answer made = sandbox.control("POST", "/sandbox/users", "{\"username\":\"carol\"}");
        // Then
        assertThat(renamed.at("/username")).isEqualTo("carol_2");
        assertThat(made.status()).isEqualTo(201);
        assertThat(brand.get("/2/users/by/username/carol").at("/data/id")).isEqualTo(made.at("/id"));
        assertThat(brand.get("/2/users/by/username/carol_2").at("/data/id")).isEqualTo(CAROL);
        assertThat(brand.get("/1.1/users/show.json?screen_name=carol").at("/id_str"))
                .isEqualTo(made.at("/id"));
        assertThat(brand.get("/2/users/" + CAROL).at("/data/username")).isEqualTo("carol_2");
    }

    @Test
    @Seen(Where.SANDBOX)
    void aTakenHandleIsRejected() {
        assertThat(sandbox.control("PATCH", "/sandbox/users/" + CAROL, "{\"username\":\"ALICE\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Seen(Where.INFERENCE)
    void leadingZerosOfAnIdAreIgnored() {
        // Given
        try (Sandbox early =
                Sandbox.with("x-sandbox.accounts.users[0].id=12", "x-sandbox.accounts.users[0].username=jack")) {
            // Then
            assertThat(early.brand().get("/2/users/0012").at("/data/id")).isEqualTo("12");
            assertThat(early.brand().get("/1.1/users/show.json?user_id=0012").at("/id_str"))
                    .isEqualTo("12");
            assertThat(early.brand().dm("0012", "hi").at("/data/dm_conversation_id"))
                    .isEqualTo("12-" + XClient.BRAND);
        }
    }
}
