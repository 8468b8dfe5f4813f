package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.allinone.Http;
import com.dmverify.allinone.Http.Answer;
import java.time.Duration;

/** A person in front of the platform; the platform passes on what they do. */
final class Applicant {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Http api;
    private String id = "";

    Applicant(Http api) {
        this.api = api;
    }

    /** Says that this account is theirs. */
    Applicant asksToVerify(String handle) {
        Answer answer = api.post("/v1/verifications", "{\"target\": {\"handle\": \"" + handle + "\"}}");
        assertThat(answer.status())
                .as("POST /v1/verifications: %s", answer.body())
                .isEqualTo(202);
        id = answer.text("/id");
        return this;
    }

    String verification() {
        return id;
    }

    /** Types a code; the platform hears. */
    Answer types(String code) {
        return api.post("/v1/verifications/" + id + "/checks", "{\"code\": \"" + code + "\"}");
    }

    /** Types something else than the code. */
    Answer typesSomethingElseThan(String code) {
        return types("%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000));
    }

    Answer asksForTheMessageAgain() {
        return api.post("/v1/verifications/" + id + "/resend", "");
    }

    /** What the platform sees now. */
    Answer looks() {
        return api.get("/v1/verifications/" + id);
    }

    /** Waits until the platform sees this at that place. */
    void sees(String pointer, String expected) {
        await(expected + " at " + pointer)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(looks().text(pointer)).isEqualTo(expected));
    }
}
