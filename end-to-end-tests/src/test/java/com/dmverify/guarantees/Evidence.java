package com.dmverify.guarantees;

import com.dmverify.events.DmAttempted;
import com.dmverify.guarantees.evidence.KafkaRecording;
import com.dmverify.guarantees.evidence.RecordedEvent;
import com.dmverify.guarantees.evidence.SandboxRecording;
import com.dmverify.guarantees.people.Applicant;
import com.dmverify.guarantees.poison.Poisoner;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that the public interfaces show: the applicants, Kafka's topics, the sandbox and the poison. */
record Evidence(Collection<Applicant> applicants, KafkaRecording kafka, SandboxRecording x, Poisoner poisoner) {

    /** The terminal events, by verification. */
    Map<String, Set<RecordedEvent>> endings() {
        return kafka.endings();
    }

    /** How many verifications ended with which event, and why they failed. */
    Map<String, Long> ends() {
        return endings().values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(Evidence::end, TreeMap::new, Collectors.counting()));
    }

    private static String end(RecordedEvent event) {
        return event.name().equals("VerificationFailed") ? event.name() + " " + event.reason() : event.name();
    }

    /** The reports of dm-sender. */
    Stream<DmAttempted> outcomes() {
        return kafka.attempts().values().stream().flatMap(Set::stream);
    }

    /** Whether every start was accepted and every verification has a terminal event. */
    boolean isComplete() {
        var ended = endings().keySet();
        return applicants.stream()
                .allMatch(applicant ->
                        applicant.verification().filter(ended::contains).isPresent());
    }
}
