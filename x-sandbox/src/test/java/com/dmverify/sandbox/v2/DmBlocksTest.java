package com.dmverify.sandbox.v2;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;

class DmBlocksTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.DOCUMENTATION)
    void aDmBlockPreventsMessagesInBothDirections() {
        // When
        Answer blocked = brand.post("/2/users/" + ALICE + "/dm/block", "");
        // Then
        assertThat(blocked.text()).isEqualTo("{\"data\":{\"blocked\":true}}");
        assertThat(brand.dm(ALICE, "hi").status()).isEqualTo(403);
        assertThat(sandbox.control("POST", "/sandbox/users/alice/dms", "{\"text\":\"hi\"}")
                        .status())
                .isEqualTo(409);
        assertThat(sandbox.control("GET", "/sandbox/users/alice").at("/follows_brand"))
                .isEqualTo("true");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void unblockingAllowsMessagesAgain() {
        // Given
        brand.post("/2/users/" + ALICE + "/dm/block", "");
        // When
        Answer unblocked = brand.post("/2/users/" + ALICE + "/dm/unblock", "");
        // Then
        assertThat(unblocked.text()).isEqualTo("{\"data\":{\"blocked\":false}}");
        assertThat(brand.dm(ALICE, "hi").status()).isEqualTo(201);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aUserWhoBlocksTheBrandIsUnreachableUntilUnblocking() {
        // When
        sandbox.control("POST", "/sandbox/users/" + CAROL + "/block");
        Answer old = brand.v1Dm(CAROL, "hi");
        Answer today = brand.dm(CAROL, "hi");
        sandbox.control("POST", "/sandbox/users/" + CAROL + "/unblock");
        // Then
        assertThat(old.status()).isEqualTo(403);
        assertThat(old.code()).isEqualTo(349);
        assertThat(today.at("/detail")).isEqualTo("You do not have permission to DM one or more participants.");
        assertThat(brand.dm(CAROL, "hi").status()).isEqualTo(201);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anUnknownUserCannotBeBlocked() {
        assertThat(brand.post("/2/users/42/dm/block", "").status()).isEqualTo(400);
        assertThat(brand.post("/2/users/x/dm/block", "").status()).isEqualTo(400);
    }
}
