package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.api.redis.KeyHash;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.schemas.Topics;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A replica that is killed after the effect of an activity and before it remembers the activity's id meets the same activity again,
 * as one that it does not know.
 */
@ExtendWith(SharedApi.class)
class ActivityRepetitionIT {

    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void aFollowResumesOnce() {
        // Given
        String id = awaitingUser("person_7061", "7061");
        ActivityRecorded follow = api.follow("7061");
        deliver(follow);
        await().untilAsserted(() -> assertThat(orders(id)).isEqualTo(2));
        refused(id, "7061", 2);

        // When
        forget(follow);
        deliver(follow);
        untilOthersAreDone("person_70161", "70161");

        // Then
        assertThat(orders(id)).isEqualTo(2);
    }

    @Test
    void aStartResumesOnce() {
        // Given
        String id = awaitingUser("person_7062", "7062");
        ActivityRecorded wrote = api.message("7062", "START");
        deliver(wrote);
        await().untilAsserted(() -> assertThat(orders(id)).isEqualTo(2));
        refused(id, "7062", 2);

        // When
        forget(wrote);
        deliver(wrote);
        untilOthersAreDone("person_70162", "70162");

        // Then
        assertThat(orders(id)).isEqualTo(2);
    }

    @Test
    void aStopEndsAndOptsOutOnce() {
        // Given
        String id = awaitingUser("person_7063", "7063");
        ActivityRecorded stop = api.message("7063", "STOP");
        deliver(stop);
        await().untilAsserted(() -> assertThat(api.optOuts("7063")).containsExactly("OPTED_OUT"));

        // When
        forget(stop);
        deliver(stop);
        untilOthersAreDone("person_70163", "70163");

        // Then
        assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, id)).containsOnlyOnce("VerificationFailed");
        assertThat(api.optOuts("7063")).containsExactly("OPTED_OUT");
    }

    /** As if the replica had died before it wrote this. */
    private static void forget(ActivityRecorded activity) {
        String key = "verification-activity:{"
                + KeyHash.of("activity", activity.getAccountUserId(), activity.getActivityId()) + "}";
        await().until(() -> Objects.equals(api.redis().delete(key).block(), 1L));
    }

    /** Activities of one partition are handled in their order: what came before is done when this person is sent a message. */
    private static void untilOthersAreDone(String handle, String user) {
        String marker = awaitingUser(handle, user);
        deliver(api.message(user, "START"));
        await().untilAsserted(() -> assertThat(orders(marker)).isEqualTo(2));
    }

    private static void deliver(ActivityRecorded activity) {
        api.tell(Topics.X_ACTIVITY, "one-partition", activity);
    }

    private static int orders(String id) {
        return api.namesOf(Topics.VERIFICATION_REQUESTED, id).size();
    }

    private static String awaitingUser(String handle, String user) {
        Map<?, ?> body = api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("handle", handle)))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        String id = String.valueOf(Objects.requireNonNull(body).get("id"));
        refused(id, user, 1);
        return id;
    }

    /** The message needs an action of the user first. */
    private static void refused(String id, String user, int dispatch) {
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, dispatch, DmOutcome.REFUSED)
                        .setReason(DmReason.TARGET_CLOSED)
                        .setRecipientUserId(user)
                        .setRecipientHandle("person_" + user)
                        .build());
        await().untilAsserted(() -> api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/" + id)
                .exchange()
                .expectBody()
                .jsonPath("$.delivery.status")
                .isEqualTo("awaiting_user_action"));
    }
}
