package com.dmverify.guarantees;

import com.dmverify.guarantees.evidence.RecordedEvent;
import com.dmverify.guarantees.people.Applicant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every accepted verification ends in exactly one terminal state. Its event reaches Kafka, agrees with REST, and fits the
 * person's behaviour.
 */
final class EveryRequestEndsOnce implements Guarantee {

    private static final String EXPIRED = "VerificationExpired";

    @Override
    public List<String> violations(Evidence soFar) {
        Map<String, Set<RecordedEvent>> endings = soFar.endings();
        List<String> broken = new ArrayList<>();
        endings.values().stream()
                .filter(ends -> ends.size() > 1)
                .forEach(ends -> broken.add("ended more than once: " + ends));
        soFar.applicants().forEach(applicant -> {
            Set<String> names = names(applicant, endings);
            if (names.size() > 1) {
                broken.add(String.format(Locale.ROOT, "%s has different ends: %s", applicant.person(), names));
            }
            names.stream()
                    .filter(name -> !name.equals(EXPIRED)
                            && !applicant.person().persona().mayEndWith(name))
                    .forEach(name ->
                            broken.add(String.format(Locale.ROOT, "%s cannot end with %s", applicant.person(), name)));
        });
        return broken;
    }

    /**
     * Those whose message X may have accepted: their code lives, and expires, for every kind of person. The event may be read after
     * that of the end, so this is known at the end of the run.
     */
    private static Set<String> unconfirmed(Evidence all) {
        return all.kafka().events().stream()
                .filter(event -> event.name().equals("DeliveryUnconfirmed"))
                .map(RecordedEvent::verification)
                .collect(Collectors.toSet());
    }

    /** The names of the ends in events and in answers over REST. */
    private static Set<String> names(Applicant applicant, Map<String, Set<RecordedEvent>> endings) {
        Stream<String> announced = applicant.verification().stream()
                .flatMap(id -> endings.getOrDefault(id, Set.of()).stream())
                .map(RecordedEvent::name);
        return Stream.concat(announced, applicant.reportedEnds().stream()).collect(Collectors.toSet());
    }

    @Override
    public List<String> missing(Evidence all) {
        Map<String, Set<RecordedEvent>> endings = all.endings();
        Set<String> unconfirmed = unconfirmed(all);
        List<String> missing = new ArrayList<>();
        for (Applicant applicant : all.applicants()) {
            String id = applicant.verification().orElse("");
            if (!endings.containsKey(id)) {
                missing.add(String.format(Locale.ROOT, "%s (%s) has no terminal event", id, applicant.person()));
            }
            boolean mayExpire = applicant.person().persona().mayEndWith(EXPIRED) || unconfirmed.contains(id);
            if (names(applicant, endings).contains(EXPIRED) && !mayExpire) {
                missing.add(String.format(
                        Locale.ROOT, "%s (%s) expired and was never unconfirmed", id, applicant.person()));
            }
            if (applicant.reportedEnds().isEmpty()) {
                missing.add(String.format(Locale.ROOT, "%s (%s) has no end over REST", id, applicant.person()));
            }
        }
        // Includes verifications whose platform did not get the answer to the start.
        all.kafka().events().stream()
                .map(RecordedEvent::verification)
                .distinct()
                .filter(id -> !endings.containsKey(id))
                .forEach(id -> missing.add(id + " has events but no terminal event"));
        return missing;
    }
}
