package com.dmverify.sandbox.decision;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.Signer;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that concern the sending account or its app, and one that does not say which. */
class AccountStandingTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @AfterEach
    void reset() {
        Sandbox.fresh();
    }

    /** akrherz/iembot#156, February 2026; v1.1's code 64 from X's table. */
    @Test
    @Seen(Where.RECORDING)
    void aSuspendedSenderIsAProblemTypeWithoutACode() {
        // Given
        order("sender_suspended", 2);
        // When
        Answer v2 = brand.dm(ALICE, "hi");
        Answer v1 = brand.v1Dm(ALICE, "hi");
        // Then
        assertThat(v2.status()).isEqualTo(403);
        assertThat(v2.at("/type")).endsWith("/2/problems/user-suspended");
        assertThat(v2.at("/detail")).isEqualTo("The user used for authentication is suspended");
        assertThat(v2.code()).isZero();
        assertThat(v1.code()).isEqualTo(64);
        assertThat(brand.dm(ALICE, "hi").status()).isEqualTo(201);
    }

    /** xdevplatform/samples#129, June 2023. */
    @Test
    @Seen(Where.RECORDING)
    void aRestrictedAppIsAProblemTypeWithoutACode() {
        // Given
        order("app_restricted", 1);
        // When
        Answer answer = brand.dm(ALICE, "hi");
        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/type")).endsWith("/2/problems/client-forbidden");
        assertThat(answer.at("/reason")).isEqualTo("client-not-enrolled");
        assertThat(answer.at("/client_id")).isNotEmpty();
        assertThat(answer.code()).isZero();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aSuspendedAppIs401() {
        // Given
        order("app_suspended", 2);
        // Then
        assertThat(brand.v1Dm(ALICE, "hi").code()).isEqualTo(416);
        assertThat(brand.dm(ALICE, "hi").status()).isEqualTo(401);
    }

    @Test
    @Seen(Where.RECORDING)
    void a403CanOmitItsSubject() {
        // Given
        sandbox.control("POST", "/sandbox/faults", "{\"name\":\"forbidden_unclear\",\"for_user\":\"" + CAROL + "\"}");
        // When
        Answer v2 = brand.dm(CAROL, "hi");
        Answer v1 = brand.v1Dm(CAROL, "hi");
        // Then
        assertThat(v2.status()).isEqualTo(403);
        assertThat(v2.at("/type")).isEqualTo("about:blank");
        assertThat(v2.at("/detail")).isEqualTo("You are not permitted to perform this action.");
        assertThat(v1.code()).isEqualTo(151);
        assertThat(brand.dm(ALICE, "hi").status()).isEqualTo(201);
    }

    @Test
    @Seen(Where.INFERENCE)
    void everyCallOfASuspendedBrandIsRejected() {
        // Given
        sandbox.control("PATCH", "/sandbox/users/" + BRAND, "{\"suspended\":true}");
        // When
        Answer me = brand.get("/2/users/me");
        Answer sent = brand.dm(ALICE, "hi");
        Answer v1 = brand.get("/1.1/account/verify_credentials.json");
        // Then
        assertThat(me.status()).isEqualTo(403);
        assertThat(me.at("/type")).endsWith("/user-suspended");
        assertThat(sent.text()).isEqualTo(me.text());
        assertThat(v1.code()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sender_suspended", "app_restricted", "app_suspended", "forbidden_unclear"})
    @Seen(Where.SANDBOX)
    void aFaultOnAnyCallAppliesToReads(String name) {
        // Given
        sandbox.control("POST", "/sandbox/faults", "{\"name\":\"" + name + "\",\"on\":\"any\",\"count\":1}");
        // Then
        assertThat(brand.get("/2/users/me").status()).isIn(401, 403);
        assertThat(brand.get("/2/users/me").status()).isEqualTo(200);
    }

    @Test
    @Seen(Where.INFERENCE)
    void a429CanHaveRetryAfterZero() {
        // Given
        order("too_many_requests_now", 1);
        // When
        Answer answer = brand.dm(ALICE, "hi");
        // Then
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("retry-after")).isEqualTo("0");
        assertThat(answer.header("x-rate-limit-remaining")).isEqualTo("0");
        assertThat(Long.parseLong(answer.header("x-rate-limit-reset"))).isLessThan(Signer.now());
    }

    private void order(String name, int count) {
        assertThat(sandbox.control("POST", "/sandbox/faults", "{\"name\":\"" + name + "\",\"count\":" + count + "}")
                        .status())
                .isEqualTo(201);
    }
}
