package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.Topics;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A handle is looked up for its message alone: a check compares, and asks X nothing. */
@ExtendWith(SharedApi.class)
class CheckWithoutLookUpIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void aCheckOrdersNoLookUp() {
        // Given
        String id =
                JsonPath.read(answer("/v1/verifications", Map.of("target", Map.of("handle", "no_look_up"))), "$.id");
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                DmAttempted.newBuilder(api.report(id, 1, DmOutcome.SENT).build())
                        .setRecipientUserId("6001")
                        .setRecipientHandle("no_look_up")
                        .build());
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, id)).contains("CodeSent"));

        // When
        String code = new OneTimeCodes(new KeyRing(List.of(CodeKey.ofBase64("k1", RunningApi.SECRET))))
                .derive("k1", id, 1, 6)
                .digits();
        String wrong = code.equals("111111") ? "222222" : "111111";
        String path = "/v1/verifications/" + id + "/checks";
        answer(path, Map.of("code", wrong));
        assertThat(answer(path, Map.of("code", code))).contains("approved");

        // Then: what a later start ordered is there, and of this one its message alone
        String later =
                JsonPath.read(answer("/v1/verifications", Map.of("target", Map.of("handle", "no_look_up"))), "$.id");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, later))
                        .hasSize(1));
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, id)).contains("VerificationSucceeded"));
        assertThat(api.recordsOf(Topics.VERIFICATION_REQUESTED, id))
                .singleElement()
                .satisfies(order -> assertThat(api.field(order, "kind")).hasToString("SEND_MESSAGE"));
    }

    private static String answer(String path, Map<String, Object> body) {
        return Objects.requireNonNull(api.as(RunningApi.KEY)
                .post()
                .uri(path)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
