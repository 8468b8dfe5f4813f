package com.dmverify.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds runs of digits with only separators between them. */
final class DigitRuns {

    /**
     * Digits in a row.
     *
     * @param start index of the first digit
     * @param end index after the last digit
     * @param digits how many digits it has
     */
    record Run(int start, int end, int digits) {}

    private DigitRuns() {}

    /** The runs of at least so many digits, in the order of the text. */
    static List<Run> in(String text, int fewestDigits) {
        List<Run> runs = new ArrayList<>();
        Run run = null;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            Optional<String> digits = TypedDigits.of(codePoint);
            if (digits.isEmpty()) {
                addIfLong(run, fewestDigits, runs);
                run = null;
            } else if (!digits.get().isEmpty()) {
                int count = digits.get().length();
                run = run == null ? new Run(i, end, count) : new Run(run.start(), end, run.digits() + count);
            }
            i = end;
        }
        addIfLong(run, fewestDigits, runs);
        return runs;
    }

    private static void addIfLong(@Nullable Run run, int fewestDigits, List<Run> runs) {
        if (run != null && run.digits() >= fewestDigits) {
            runs.add(run);
        }
    }
}
