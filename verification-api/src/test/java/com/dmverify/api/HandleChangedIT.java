package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** X reports that a person who is known has another handle. */
@ExtendWith(SharedApi.class)
class HandleChangedIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final String PERSON = "2000000000000088088";

    @Test
    void whatWasClaimedByTheOldHandleFailsAndWhatWasClaimedByIdGoesOn(RunningApi api) {
        // Given
        String byHandle = sent(api, Map.of("handle", "moved_person"));
        String byId = sent(api, Map.of("user_id", PERSON));

        // When
        api.clock.advance(Duration.ofSeconds(1));
        api.tell(
                Topics.X_ACTIVITY,
                PERSON,
                ActivityRecorded.newBuilder(api.follow(PERSON))
                        .setKind(ActivityKind.HANDLE_CHANGED)
                        .setAccountUserId(null)
                        .setOtherHandle("moved_away")
                        .build());

        // Then
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(look(api, byHandle))
                        .containsEntry("status", "failed")
                        .containsEntry("reason", "handle_changed"));
        await().atMost(TIME_OUT)
                .untilAsserted(() ->
                        assertThat(String.valueOf(look(api, byId))).contains("status=pending", "handle=moved_away"));
    }

    private static String sent(RunningApi api, Map<String, String> target) {
        Map<?, ?> begun = api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", target))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        String id = String.valueOf(begun.get("id"));
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.SENT)
                        .setRecipientUserId(PERSON)
                        .setRecipientHandle("moved_person")
                        .build());
        await().atMost(TIME_OUT).until(() -> String.valueOf(look(api, id)).contains("status=sent"));
        return id;
    }

    @SuppressWarnings("unchecked") // a JSON object
    private static Map<String, Object> look(RunningApi api, String id) {
        return api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/" + id)
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }
}
