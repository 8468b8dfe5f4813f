package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.allinone.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A platform that starts and cancels without end brings a person a few messages an hour, and no more. */
class StartLimitsIT {

    private static final int STARTS = 20;
    private static final int STARTS_PER_HOUR = 3;
    private static final int DMS_PER_PERSON_AND_HOUR = 5;

    private final World world = World.shared();

    @Test
    void byOneFormOfTheTargetThreeMessages() {
        // Given
        XUser user = world.aFollower();

        // When
        List<Answer> refused = startsAndCancels(user, List.of(Map.of("handle", user.handle())));

        // Then
        assertThat(refused).hasSize(STARTS - STARTS_PER_HOUR).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.text("/code")).isEqualTo("limited");
            assertThat(answer.text("/limit")).isNotEmpty();
            assertThat(answer.body().at("/retry_after").asInt()).isPositive();
        });
        anotherPersonGetsTheCode();
        assertThat(user.inbox()).hasSize(STARTS_PER_HOUR);
    }

    @Test
    void byHandleAndIdInTurnsFiveMessages() {
        // Given
        XUser user = world.aFollower();

        // When
        List<Answer> refused =
                startsAndCancels(user, List.of(Map.of("handle", user.handle()), Map.of("user_id", user.id())));

        // Then
        assertThat(refused).hasSizeGreaterThanOrEqualTo(STARTS - 2 * STARTS_PER_HOUR);
        anotherPersonGetsTheCode();
        assertThat(user.inbox()).hasSize(DMS_PER_PERSON_AND_HOUR);
    }

    /** Each with another purpose, canceled when its message was sent or refused. Answers what was not accepted. */
    private List<Answer> startsAndCancels(XUser user, List<Map<String, String>> targets) {
        List<Answer> refused = new ArrayList<>();
        Set<String> reasons = new TreeSet<>();
        for (int i = 0; i < STARTS; i++) {
            Applicant applicant = world.anApplicant();
            Answer answer = applicant.starts(
                    Map.of("target", targets.get(i % targets.size()), "purpose", "Purpose " + (char) ('A' + i)));
            if (answer.status() == 202) {
                applicant.seesDelivery("sent", "undeliverable");
                reasons.add(applicant.looks().text("/reason"));
                applicant.cancels();
            } else {
                refused.add(answer);
            }
        }
        assertThat(reasons).as("why %s was not written to", user.handle()).isSubsetOf("", "recipient_limit");
        return refused;
    }

    private void anotherPersonGetsTheCode() {
        XUser other = world.aFollower();
        Applicant applicant = world.anApplicant().asksToVerify(other.handle());
        assertThat(applicant.types(other.readsTheCode()).text("/result")).isEqualTo("approved");
    }
}
