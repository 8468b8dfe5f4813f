package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.cli.story.Http;
import com.dmverify.cli.story.Http.Answer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A person on the platform's page; the platform sends what they do to verification-api. */
final class Applicant {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final Http api;
    private String id = "";

    Applicant(Http api) {
        this.api = api;
    }

    /** Has the verification that another service started. */
    Applicant ofVerification(String started) {
        id = started;
        return this;
    }

    /** Starts a verification of this account. */
    Applicant asksToVerify(String handle) {
        Answer answer = starts(Map.of("target", Map.of("handle", handle)));
        assertThat(answer.status())
                .as("POST /v1/verifications: %s", answer.body())
                .isEqualTo(202);
        return this;
    }

    /** Starts a verification with this body, and headers as name and value in turn. Further calls concern the verification of the answer. */
    Answer starts(Map<String, ?> body, String... headers) {
        Answer answer = api.post("/v1/verifications", Json.of(body), headers);
        if (answer.status() / 100 == 2) {
            id = answer.text("/id");
        }
        return answer;
    }

    Answer cancels() {
        return api.post("/v1/verifications/" + id + "/cancel", "");
    }

    String verification() {
        return id;
    }

    /** Types a code. Returns the answer to the check. */
    Answer types(String code) {
        return api.post("/v1/verifications/" + id + "/checks", Json.of(Map.of("code", code)));
    }

    /** Types a wrong code. */
    Answer typesAnotherCodeThan(String code) {
        return types(String.format(Locale.ROOT, "%06d", (Integer.parseInt(code) + 1) % 1_000_000));
    }

    Answer asksForTheMessageAgain() {
        return api.post("/v1/verifications/" + id + "/resend", "");
    }

    /** Reads the verification. */
    Answer reads() {
        return api.get("/v1/verifications/" + id);
    }

    /** Waits until the delivery has one of these statuses. */
    void seesDelivery(String... statuses) {
        await("delivery " + Set.of(statuses))
                .atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(reads().text("/delivery/status")).isIn((Object[]) statuses));
    }

    /** Waits until the verification has this value at the JSON pointer. */
    void sees(String pointer, String expected) {
        await(expected + " at " + pointer)
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(reads().text(pointer)).isEqualTo(expected));
    }
}
