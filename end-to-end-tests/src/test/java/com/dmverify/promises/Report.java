package com.dmverify.promises;

import com.dmverify.promises.plan.Plan;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a run, for whoever ran it. */
final class Report {

    private Report() {}

    static void of(Plan plan) {
        print(String.format(
                Locale.ROOT,
                "promises: seed %d, %d verifications",
                plan.seed(),
                plan.people().size()));
        print("troubles of X: "
                + plan.people().stream()
                        .flatMap(person -> person.troubles().stream())
                        .collect(
                                Collectors.groupingBy(trouble -> trouble.name(), TreeMap::new, Collectors.counting())));
        plan.misfortunes().forEach(misfortune -> print("misfortune: " + misfortune));
    }

    static void of(Evidence evidence) {
        print(String.format(
                Locale.ROOT, "verifications: %d, ended: %s", evidence.endings().size(), evidence.ends()));
        print(String.format(
                Locale.ROOT,
                "orders: %d = %s + 0 waiting",
                evidence.heard().orders().size(),
                TheSumsAddUp.outcomes(evidence)));
        print(String.format(
                Locale.ROOT,
                "poison: %d records, %d dead letters",
                evidence.poisoner().put().size(),
                evidence.heard().deadLetters().size()));
        print(String.format(
                Locale.ROOT,
                "X: %d messages, %d duplicates, %d calls beyond the budget",
                evidence.x().dms().size(),
                evidence.x().duplicates(),
                evidence.x().overdrawn()));
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
