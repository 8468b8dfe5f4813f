package com.dmverify.sandbox.limit;

import static com.dmverify.sandbox.testing.Waiting.await;
import static com.dmverify.sandbox.testing.XClient.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.Signer;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.DOCUMENTATION)
    void theLimitIsFifteenDmsInFifteenMinutes() {
        // When
        for (int i = 0; i < 15; i++) {
            assertThat(brand.dm(ALICE, "number " + i).status()).isEqualTo(201);
        }
        Answer sixteenth = brand.dm(ALICE, "one too many");
        // Then
        assertThat(sixteenth.status()).isEqualTo(429);
        assertThat(sixteenth.at("/title")).isEqualTo("Too Many Requests");
        assertThat(sixteenth.header("x-rate-limit-limit")).isEqualTo("15");
        assertThat(sixteenth.header("x-rate-limit-remaining")).isEqualTo("0");
        assertThat(Long.parseLong(sixteenth.header("x-rate-limit-reset")))
                .isBetween(Signer.now() + 800, Signer.now() + 901);
        assertThat(sandbox.control("GET", "/sandbox/stats").at("/rejected/429")).isEqualTo("1");
    }

    @Test
    @Seen(Where.RECORDING)
    void aUsedDailyWindowStillShowsTheShortOne() {
        // Given
        sandbox.control("PUT", "/sandbox/limits", "{\"dm_15min\":15,\"dm_24h\":1,\"dm_24h_app\":1440}");
        brand.dm(ALICE, "the only one");
        // When
        Answer refused = brand.dm(ALICE, "one too many");
        // Then
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("x-rate-limit-remaining")).isEqualTo("14");
        assertThat(refused.header("x-user-limit-24hour-remaining")).isEqualTo("0");
        assertThat(Long.parseLong(refused.header("x-user-limit-24hour-reset")))
                .isGreaterThan(Long.parseLong(refused.header("x-rate-limit-reset")));
        assertThat(refused.header("x-app-limit-24hour-remaining")).isEqualTo("1439");
    }

    @Test
    @Seen(Where.SANDBOX)
    void zeroIsNoLimit() {
        // Given
        sandbox.control("PUT", "/sandbox/limits", "{\"dm_15min\":0,\"dm_24h\":0,\"dm_24h_app\":0}");
        // When
        for (int i = 0; i < 20; i++) {
            assertThat(brand.dm(ALICE, "number " + i).status()).isEqualTo(201);
        }
        // Then
        assertThat(brand.dm(ALICE, "another").header("x-rate-limit-limit")).isEmpty();
    }

    @Test
    @Seen(Where.SANDBOX)
    void aShortWindowOpensAgain() {
        // Given
        sandbox.control("PUT", "/sandbox/limits", "{\"dm_15min\":1,\"window_seconds\":1}");
        brand.dm(ALICE, "first");
        // Then
        await().until(() -> brand.dm(ALICE, "next").status() == 201);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void readsHaveTheirOwnLimit() {
        // When
        for (int i = 0; i < 15; i++) {
            brand.get("/2/dm_events");
        }
        // Then
        assertThat(brand.get("/2/dm_events").status()).isEqualTo(429);
        assertThat(brand.dm(ALICE, "hi").status()).isEqualTo(201);
    }

    @Test
    @Seen(Where.SANDBOX)
    void anInvalidLimitIsRejectedWithAdvice() {
        // When
        Answer answer = sandbox.control("PUT", "/sandbox/limits", "{\"dm_15min\":-1}");
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/detail")).contains("dm_15min");
    }
}
