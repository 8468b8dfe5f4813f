package com.dmverify.promises;

import com.dmverify.events.DmAttempted;
import com.dmverify.promises.crowd.Applicant;
import com.dmverify.promises.evidence.Fact;
import com.dmverify.promises.evidence.Heard;
import com.dmverify.promises.evidence.XRecord;
import com.dmverify.promises.poison.Poisoner;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can be known from outside. */
record Evidence(Collection<Applicant> applicants, Heard heard, XRecord x, Poisoner poisoner) {

    /** The ends that were announced, by verification. */
    Map<String, Set<Fact>> endings() {
        return heard.endings();
    }

    /** How many verifications ended with which event, and why they failed. */
    Map<String, Long> ends() {
        return endings().values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(Evidence::end, TreeMap::new, Collectors.counting()));
    }

    private static String end(Fact fact) {
        return fact.name().equals("VerificationFailed") ? fact.name() + " " + fact.reason() : fact.name();
    }

    /** What the sender said of its orders. */
    Stream<DmAttempted> outcomes() {
        return heard.attempts().values().stream().flatMap(Set::stream);
    }

    /** Whether all who asked were accepted and told how it ended. */
    boolean isComplete() {
        var ended = endings().keySet();
        return applicants.stream()
                .allMatch(applicant ->
                        applicant.verification().filter(ended::contains).isPresent());
    }
}
