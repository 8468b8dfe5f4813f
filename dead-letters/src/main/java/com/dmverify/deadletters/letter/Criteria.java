package com.dmverify.deadletters.letter;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant.
 *
 * @param topics the dead letter topics; empty means all of them
 * @param cause text that the cause contains, in any case; null: any cause
 * @param since put aside at this instant or later; null: ever
 * @param limit not more than this
 */
public record Criteria(
        List<String> topics,
        @Nullable String cause,
        @Nullable Instant since,
        int limit) {

    /** Every dead letter there is. */
    public static final Criteria ALL = new Criteria(List.of(), null, null, Integer.MAX_VALUE);

    public Criteria {
        topics = List.copyOf(topics);
        if (limit < 1) {
            throw new IllegalArgumentException("A limit is 1 or more, not " + limit);
        }
    }

    /** Whether its cause and its age are as asked for; its topic and their number are the reader's business. */
    public boolean match(Letter letter) {
        return (since == null || !letter.writtenAt().isBefore(since))
                && (cause == null || lower(letter.cause().orElse("")).contains(lower(cause)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
