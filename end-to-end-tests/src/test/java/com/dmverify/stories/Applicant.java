package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.allinone.Http;
import com.dmverify.allinone.Http.Answer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
        Answer answer = starts(Map.of("target", Map.of("handle", handle)));
        assertThat(answer.status())
                .as("POST /v1/verifications: %s", answer.body())
                .isEqualTo(202);
        return this;
    }

    /** Asks with this body, and headers as name and value in turn; what follows is about the verification of the answer. */
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

    /** Types a code; the platform hears. */
    Answer types(String code) {
        return api.post("/v1/verifications/" + id + "/checks", Json.of(Map.of("code", code)));
    }

    /** Types something else than the code. */
    Answer typesSomethingElseThan(String code) {
        return types(String.format(Locale.ROOT, "%06d", (Integer.parseInt(code) + 1) % 1_000_000));
    }

    Answer asksForTheMessageAgain() {
        return api.post("/v1/verifications/" + id + "/resend", "");
    }

    /** What the platform sees now. */
    Answer looks() {
        return api.get("/v1/verifications/" + id);
    }

    /** Waits until the platform sees one of these as the delivery's status. */
    void seesDelivery(String... statuses) {
        await("delivery " + Set.of(statuses))
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(looks().text("/delivery/status")).isIn((Object[]) statuses));
    }

    /** Waits until the platform sees this at that place. */
    void sees(String pointer, String expected) {
        await(expected + " at " + pointer)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(looks().text(pointer)).isEqualTo(expected));
    }
}
