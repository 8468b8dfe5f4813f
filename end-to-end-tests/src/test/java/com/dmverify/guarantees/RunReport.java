package com.dmverify.guarantees;

import com.dmverify.guarantees.plan.Plan;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints the plan and the figures of a run. */
final class RunReport {

    private RunReport() {}

    static void of(Plan plan) {
        print(String.format(
                Locale.ROOT,
                "guarantees: seed %d, %d verifications",
                plan.seed(),
                plan.people().size()));
        print("faults of X: "
                + plan.people().stream()
                        .flatMap(person -> person.faults().stream())
                        .collect(Collectors.groupingBy(fault -> fault.name(), TreeMap::new, Collectors.counting())));
        plan.plannedFaults().forEach(fault -> print("fault: " + fault));
    }

    static void of(Evidence evidence) {
        print(String.format(
                Locale.ROOT, "verifications: %d, ended: %s", evidence.endings().size(), evidence.ends()));
        print(String.format(
                Locale.ROOT,
                "orders: %d = %s + 0 waiting",
                evidence.kafka().orders().size(),
                EveryOrderIsReported.outcomes(evidence)));
        print(String.format(
                Locale.ROOT,
                "poison: %d records, %d dead letters",
                evidence.poisoner().put().size(),
                evidence.kafka().deadLetters().size()));
        print(String.format(
                Locale.ROOT,
                "X: %d messages, %d duplicates, %d calls beyond the budget",
                evidence.x().dms().size(),
                evidence.x().duplicates(),
                evidence.x().callsBeyondLimit()));
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
