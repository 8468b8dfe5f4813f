package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Limits bound the messages to a person whose verification a platform starts and cancels again and again. */
class StartLimitsIT {

    private static final int STARTS = 20;
    private static final int STARTS_PER_HOUR = 3;
    private static final int DMS_PER_PERSON_AND_HOUR = 5;

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void twentyStartsForOneHandleSendThreeMessages() {
        // Given
        XUser user = deployment.aFollower();

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
    void startsByHandleAndByIdSendFiveMessages() {
        // Given
        XUser user = deployment.aFollower();

        // When
        List<Answer> refused =
                startsAndCancels(user, List.of(Map.of("handle", user.handle()), Map.of("user_id", user.id())));

        // Then
        assertThat(refused).hasSizeGreaterThanOrEqualTo(STARTS - 2 * STARTS_PER_HOUR);
        anotherPersonGetsTheCode();
        assertThat(user.inbox()).hasSize(DMS_PER_PERSON_AND_HOUR);
    }

    /** Starts with different purposes, and cancels each when its message was sent or refused. Returns the rejected starts. */
    private List<Answer> startsAndCancels(XUser user, List<Map<String, String>> targets) {
        List<Answer> refused = new ArrayList<>();
        Set<String> reasons = new TreeSet<>();
        for (int i = 0; i < STARTS; i++) {
            Applicant applicant = deployment.anApplicant();
            Answer answer = applicant.starts(
                    Map.of("target", targets.get(i % targets.size()), "purpose", "Purpose " + (char) ('A' + i)));
            if (answer.status() == 202) {
                applicant.seesDelivery("sent", "undeliverable");
                reasons.add(applicant.reads().text("/reason"));
                applicant.cancels();
            } else {
                refused.add(answer);
            }
        }
        assertThat(reasons).as("why %s was not written to", user.handle()).isSubsetOf("", "recipient_limit");
        return refused;
    }

    private void anotherPersonGetsTheCode() {
        XUser other = deployment.aFollower();
        Applicant applicant = deployment.anApplicant().asksToVerify(other.handle());
        assertThat(applicant.types(other.readsTheCode()).text("/result")).isEqualTo("approved");
    }
}
