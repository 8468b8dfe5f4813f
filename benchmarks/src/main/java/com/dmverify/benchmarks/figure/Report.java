package com.dmverify.benchmarks.figure;

import java.util.List;
import java.util.Optional;

/**
 * The result of one benchmark.
 *
 * @param name as on the command line
 * @param question what it answers, in a sentence
 * @param comparisons at least one; the first is the one to look at
 * @param plain ours beside plain WebFlux with one Lua call, where that is measured too
 * @param notes what a reader has to know: what was proven, what shared the machine
 */
public record Report(
        String name, String question, List<Comparison> comparisons, Optional<Comparison> plain, List<String> notes) {

    /** Without the plain endpoint. */
    public Report(String name, String question, List<Comparison> comparisons, List<String> notes) {
        this(name, question, comparisons, Optional.empty(), notes);
    }

    public Report {
        comparisons = List.copyOf(comparisons);
        notes = List.copyOf(notes);
        if (comparisons.isEmpty()) {
            throw new IllegalArgumentException("A report of " + name + " compares something");
        }
    }
}
