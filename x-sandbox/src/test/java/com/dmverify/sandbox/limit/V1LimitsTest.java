package com.dmverify.sandbox.limit;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;

/** Sending by v1.1 has rate limits of its own. */
class V1LimitsTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.DOCUMENTATION)
    void v1HasDailyLimitsAndNoShortWindow() {
        // Given
        for (int i = 0; i < 20; i++) {
            assertThat(brand.v1Dm(ALICE, "number " + i).status()).isEqualTo(200);
        }
        // When
        Answer used = sandbox.control("GET", "/sandbox/budget");
        Answer limits = sandbox.control("GET", "/sandbox/limits");
        // Then
        assertThat(used.text())
                .contains(
                        "{\"name\":\"v1_dm_24h\",\"used\":20,\"limit\":1000",
                        "{\"name\":\"v1_dm_24h_app\",\"used\":20,\"limit\":15000",
                        "{\"name\":\"dm_15min\",\"used\":0");
        assertThat(limits.at("/v1_dm_15min")).isEqualTo("0");
        assertThat(brand.dm(ALICE, "today").header("x-rate-limit-remaining")).isEqualTo("14");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aUsedV1LimitIsCode88WithoutHeaders() {
        // Given
        sandbox.control("PUT", "/sandbox/limits", "{\"v1_dm_24h\":1}");
        brand.v1Dm(ALICE, "the only one");
        // When
        Answer refused = brand.v1Dm(ALICE, "one too many");
        // Then
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo(88);
        assertThat(refused.header("x-rate-limit-limit")).isEmpty();
        assertThat(brand.dm(ALICE, "today").status()).isEqualTo(201);
    }

    @Test
    @Seen(Where.SANDBOX)
    void aLimitAppliesToEachVersionSeparately() {
        // Given
        sandbox.control("PUT", "/sandbox/limits", "{\"dm_15min\":1}");
        // Then
        assertThat(brand.v1Dm(ALICE, "one").status()).isEqualTo(200);
        assertThat(brand.v1Dm(ALICE, "two").status()).isEqualTo(429);
        assertThat(brand.dm(ALICE, "one").status()).isEqualTo(201);
        assertThat(brand.dm(ALICE, "two").status()).isEqualTo(429);
    }

    @Test
    @Seen(Where.SANDBOX)
    void v1CanHaveALimitOfItsOwn() {
        // Given
        sandbox.control("PUT", "/sandbox/limits", "{\"dm_15min\":1,\"v1_dm_15min\":0}");
        // Then
        brand.v1Dm(ALICE, "one");
        assertThat(brand.v1Dm(ALICE, "two").status()).isEqualTo(200);
        brand.dm(ALICE, "one");
        assertThat(brand.dm(ALICE, "two").status()).isEqualTo(429);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void fiveRepliesToEachReceivedMessageDoNotCount() {
        // Given
        sandbox.control("PUT", "/sandbox/limits", "{\"v1_dm_24h\":1}");
        write();
        for (int i = 0; i < 5; i++) {
            assertThat(brand.v1Dm(ALICE, "free " + i).status()).isEqualTo(200);
        }
        // When
        Answer sixth = brand.v1Dm(ALICE, "the one that counts");
        Answer seventh = brand.v1Dm(ALICE, "too many");
        write();
        Answer freeAgain = brand.v1Dm(ALICE, "free again");
        Answer toAnother = brand.v1Dm(CAROL, "she did not write");
        // Then
        assertThat(sixth.status()).isEqualTo(200);
        assertThat(seventh.status()).isEqualTo(429);
        assertThat(freeAgain.status()).isEqualTo(200);
        assertThat(toAnother.status()).isEqualTo(429);
    }

    private void write() {
        sandbox.control("POST", "/sandbox/users/" + ALICE + "/dms", "{\"text\":\"help\"}");
    }
}
