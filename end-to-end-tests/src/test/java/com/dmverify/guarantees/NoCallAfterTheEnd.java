package com.dmverify.guarantees;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.guarantees.people.Applicant;
import com.dmverify.guarantees.plan.Persona;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * No call for a message begins later than two seconds after Kafka had the terminal event of its verification, and a person who
 * declined before a message was sent gets none.
 */
final class NoCallAfterTheEnd implements Guarantee {

    /** The longest pause of a busy machine between dm-sender's last check and its call. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final Duration AT_MOST = Duration.ofSeconds(2).plus(PAUSE);

    @Override
    public List<String> violations(Evidence soFar) {
        return Stream.concat(
                        soFar.outcomes()
                                .filter(attempt -> attempt.getOutcome() == DmOutcome.SENT)
                                .filter(attempt -> isLate(attempt, soFar))
                                .map(attempt -> "a call began after the end: " + attempt),
                        toPeopleWhoDeclined(soFar))
                .toList();
    }

    private static boolean isLate(DmAttempted attempt, Evidence soFar) {
        Instant end = soFar.kafka().endReadAt().get(attempt.getVerificationId());
        return end != null && attempt.getAttemptedAt().isAfter(end.plus(AT_MOST));
    }

    private static Stream<String> toPeopleWhoDeclined(Evidence soFar) {
        Set<String> refusing = soFar.applicants().stream()
                .filter(applicant -> applicant.person().persona() == Persona.REFUSES_WHEN_ASKED)
                .map(Applicant::userId)
                .collect(Collectors.toSet());
        return soFar.x().dms().stream()
                .filter(dm -> refusing.contains(dm.to()))
                .map(dm -> "a person who declined got a message: " + dm);
    }
}
