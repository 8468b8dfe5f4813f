package com.dmverify.promises;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.promises.crowd.Applicant;
import com.dmverify.promises.plan.Persona;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * No call for a message begins later than two seconds after Kafka had the end of its verification, and nobody who said no
 * before a message was sent gets one.
 */
final class NothingAfterTheEnd implements Promise {

    /** What a busy machine may add between the sender's last look and its call. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final Duration AT_MOST = Duration.ofSeconds(2).plus(PAUSE);

    @Override
    public List<String> broken(Evidence soFar) {
        return Stream.concat(
                        soFar.outcomes()
                                .filter(attempt -> attempt.getOutcome() == DmOutcome.SENT)
                                .filter(attempt -> isLate(attempt, soFar))
                                .map(attempt -> "a call began after the end: " + attempt),
                        toPeopleWhoRefused(soFar))
                .toList();
    }

    private static boolean isLate(DmAttempted attempt, Evidence soFar) {
        Instant end = soFar.heard().endHeard().get(attempt.getVerificationId());
        return end != null && attempt.getAttemptedAt().isAfter(end.plus(AT_MOST));
    }

    private static Stream<String> toPeopleWhoRefused(Evidence soFar) {
        Set<String> refusing = soFar.applicants().stream()
                .filter(applicant -> applicant.person().persona() == Persona.REFUSES_WHEN_ASKED)
                .map(Applicant::userId)
                .collect(Collectors.toSet());
        return soFar.x().dms().stream()
                .filter(dm -> refusing.contains(dm.to()))
                .map(dm -> "a refusal brought a message: " + dm);
    }
}
