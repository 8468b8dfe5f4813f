package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.api.redis.KeyHash;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each activity that has an effect, met again when its memory is gone. {@link KilledAfterEffectIT} loses the memory as a replica
 * does that is killed.
 */
@ExtendWith(SharedApi.class)
class ActivityRepetitionIT {

    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @ParameterizedTest
    @CsvSource({"7061, FOLLOW, 2, '', 0", "7062, START, 2, OPTED_IN, 0", "7063, STOP, 1, OPTED_OUT, 1"})
    void anActivityThatIsUnknownAgainHasOneEffect(String user, String what, int orders, String optOut, int failures) {
        // Given
        String id = awaitingUser("person_" + user, user);
        ActivityRecorded activity = what.equals("FOLLOW") ? api.follow(user) : api.message(user, what);
        deliver(activity);
        await().untilAsserted(() -> hasEffect(id, user, orders, optOut, failures));
        for (int dispatch = 2; dispatch <= orders; dispatch++) {
            refused(id, user, dispatch); // it waits for the person once more
        }

        // When
        forget(activity);
        deliver(activity);
        untilOthersAreDone("person_1" + user, "1" + user);

        // Then
        hasEffect(id, user, orders, optOut, failures);
    }

    private static void hasEffect(String id, String user, int orders, String optOut, int failures) {
        assertThat(orders(id)).isEqualTo(orders);
        assertThat(api.optOuts(user)).isEqualTo(optOut.isEmpty() ? List.of() : List.of(optOut));
        assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, id).stream().filter("VerificationFailed"::equals))
                .hasSize(failures);
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
