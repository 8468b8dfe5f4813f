package com.dmverify.sandbox.decision;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.Signer;
import com.dmverify.sandbox.testing.XClient;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Seen(Where.SANDBOX)
class FaultsTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @AfterAll
    static void cancel() {
        Sandbox.fresh();
    }

    @ParameterizedTest
    @CsvSource({
        "unavailable_before,503,130,503",
        "too_many_requests,429,88,429",
        "too_many_requests_no_headers,429,88,429",
        "automated_226,403,226,403",
        "locked_326,403,326,403",
        "expired_token_89,401,89,401",
        "credits_depleted,402,0,402",
    })
    void aFaultAppliesToTheNextMessagesOnly(String name, int v1, int code, int v2) {
        // Given
        order("{\"name\":\"" + name + "\",\"count\":2}");
        // When
        Answer first = brand.v1Dm(ALICE, "hi");
        Answer second = brand.dm(ALICE, "hi");
        Answer third = brand.dm(ALICE, "hi");
        // Then
        assertThat(first.status()).isEqualTo(v1);
        assertThat(first.code()).isEqualTo(code);
        assertThat(second.status()).isEqualTo(v2);
        assertThat(third.status()).isEqualTo(201);
        assertThat(inbox()).isEqualTo(1);
    }

    @Test
    @Seen(Where.RECORDING)
    void noCreditsIs402InTheFormatOfV2ForBothVersions() {
        // Given
        order("{\"name\":\"credits_depleted\",\"count\":2}");
        // When
        Answer old = brand.v1Dm(ALICE, "hi");
        Answer today = brand.dm(ALICE, "hi");
        // Then
        assertThat(old.text()).isEqualTo(today.text());
        assertThat(old.at("/title")).isEqualTo("CreditsDepleted");
        assertThat(old.at("/type")).endsWith("/problems/credits");
        assertThat(old.at("/detail")).startsWith("Your enrolled account [").endsWith("to fulfill this request.");
    }

    @Test
    void aMessageCanBeAcceptedWithA503() {
        // Given
        order("{\"name\":\"unavailable_after_accept\",\"count\":1}");
        // When
        Answer answer = brand.dm(ALICE, "hi");
        // Then
        assertThat(answer.status()).isEqualTo(503);
        assertThat(inbox()).isEqualTo(1);
    }

    @Test
    void aMessageCanBeAcceptedWithoutAnAnswer() {
        // Given
        order("{\"name\":\"drop_after_accept\",\"count\":1}");
        // When
        assertThatThrownBy(() -> brand.dm(ALICE, "hi")).hasRootCauseInstanceOf(IOException.class);
        // Then
        assertThat(inbox()).isEqualTo(1);
    }

    @Test
    void aSlowAnswerArrives() {
        // Given
        order("{\"name\":\"slow\",\"count\":1,\"delay_ms\":30}");
        // Then
        assertThat(brand.dm(ALICE, "hi").status()).isEqualTo(201);
    }

    @Test
    void aThrottledCallNamesTheResetUnlessHeadersAreOmitted() {
        // Given
        order("{\"name\":\"too_many_requests\",\"delay_ms\":60000,\"count\":1}");
        order("{\"name\":\"too_many_requests_no_headers\",\"count\":2}");
        // When
        Answer silent = brand.dm(ALICE, "hi");
        brand.dm(ALICE, "hi");
        Answer withHeaders = brand.dm(ALICE, "hi");
        // Then
        assertThat(silent.header("x-rate-limit-reset")).isEmpty();
        assertThat(withHeaders.header("x-rate-limit-remaining")).isEqualTo("0");
        assertThat(Long.parseLong(withHeaders.header("x-rate-limit-reset"))).isGreaterThan(Signer.now() + 30);
    }

    @Test
    void aFaultForOneUserDoesNotApplyToOthers() {
        // Given
        order("{\"name\":\"unavailable_before\",\"for_user\":\"" + CAROL + "\"}");
        // Then
        assertThat(brand.dm(ALICE, "hi").status()).isEqualTo(201);
        assertThat(brand.dm(CAROL, "hi").status()).isEqualTo(503);
        assertThat(brand.v1Dm(CAROL, "hi").status()).isEqualTo(503);
    }

    @Test
    void aClientCanFollowAWrongClock() {
        // Given
        order("{\"name\":\"clock_skew\",\"delay_ms\":7200000,\"count\":1}");
        // When
        Answer refused = brand.dm(ALICE, "hi");
        long xTime = ZonedDateTime.parse(refused.header("date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toEpochSecond();
        Answer corrected = sandbox.as(Signer.brand().at(xTime)).dm(ALICE, "hi");
        // Then
        assertThat(refused.code()).isEqualTo(135);
        assertThat(corrected.status()).isEqualTo(201);
    }

    @Test
    void aFaultWithProbabilityZeroDoesNotApply() {
        // Given
        order("{\"name\":\"unavailable_before\",\"probability\":0}");
        // Then
        assertThat(brand.dm(ALICE, "hi").status()).isEqualTo(201);
    }

    @Test
    void faultsCanBeRemoved() {
        // Given
        order("{\"name\":\"unavailable_before\"}");
        // When
        sandbox.control("DELETE", "/sandbox/faults");
        // Then
        assertThat(brand.dm(ALICE, "hi").status()).isEqualTo(201);
    }

    private void order(String json) {
        assertThat(sandbox.control("POST", "/sandbox/faults", json).status()).isEqualTo(201);
    }

    private int inbox() {
        return sandbox.control("GET", "/sandbox/users/" + ALICE + "/inbox")
                .json()
                .size();
    }
}
