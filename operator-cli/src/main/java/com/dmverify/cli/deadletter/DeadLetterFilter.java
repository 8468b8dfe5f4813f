package com.dmverify.cli.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters a command selects.
 *
 * @param topics the dead letter topics; empty means all of them
 * @param cause text that the cause contains, case-insensitively; null: any cause
 * @param since written at this instant or later; null: at any time
 * @param limit at most this many, from 1
 */
public record DeadLetterFilter(
        List<String> topics,
        @Nullable String cause,
        @Nullable Instant since,
        int limit) {

    /** Every dead letter. */
    public static final DeadLetterFilter ALL = new DeadLetterFilter(List.of(), null, null, Integer.MAX_VALUE);

    public DeadLetterFilter {
        topics = List.copyOf(topics);
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, not " + limit);
        }
    }

    /** Whether cause and time match. The reader applies topics and limit. */
    public boolean matches(DeadLetter letter) {
        return (since == null || !letter.writtenAt().isBefore(since))
                && (cause == null || lower(letter.cause().orElse("")).contains(lower(cause)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
