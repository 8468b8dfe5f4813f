package com.dmverify.promises;

import com.dmverify.promises.crowd.Applicant;
import com.dmverify.promises.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every accepted verification ends in exactly one terminal state; its event is heard, says what the platform is told
 * over REST, and is one that such a person can have.
 */
final class EveryRequestGetsOneVerdict implements Promise {

    @Override
    public List<String> broken(Evidence soFar) {
        Map<String, Set<Fact>> endings = soFar.endings();
        List<String> broken = new ArrayList<>();
        endings.values().stream()
                .filter(ends -> ends.size() > 1)
                .forEach(ends -> broken.add("ended more than once: " + ends));
        soFar.applicants().forEach(applicant -> {
            Set<String> names = names(applicant, endings);
            if (names.size() > 1) {
                broken.add(String.format(Locale.ROOT, "%s was told different ends: %s", applicant.person(), names));
            }
            names.stream()
                    .filter(name -> !applicant.person().persona().mayEndWith(name))
                    .forEach(name ->
                            broken.add(String.format(Locale.ROOT, "%s cannot have %s", applicant.person(), name)));
        });
        return broken;
    }

    /** What events and answers say of how it ended. */
    private static Set<String> names(Applicant applicant, Map<String, Set<Fact>> endings) {
        Stream<String> announced = applicant.verification().stream()
                .flatMap(id -> endings.getOrDefault(id, Set.of()).stream())
                .map(Fact::name);
        return Stream.concat(announced, applicant.told().stream()).collect(Collectors.toSet());
    }

    @Override
    public List<String> owed(Evidence all) {
        Map<String, Set<Fact>> endings = all.endings();
        List<String> owed = new ArrayList<>();
        for (Applicant applicant : all.applicants()) {
            String id = applicant.verification().orElse("");
            if (!endings.containsKey(id)) {
                owed.add(String.format(Locale.ROOT, "%s (%s) has no event of its end", id, applicant.person()));
            }
            if (applicant.told().isEmpty()) {
                owed.add(String.format(Locale.ROOT, "%s (%s) has no end over REST", id, applicant.person()));
            }
        }
        // Also those whose platform never heard that they had begun.
        all.heard().facts().stream()
                .map(Fact::verification)
                .distinct()
                .filter(id -> !endings.containsKey(id))
                .forEach(id -> owed.add(id + " began and did not end"));
        return owed;
    }
}
