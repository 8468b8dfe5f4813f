package com.dmverify.sandbox.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to send.
 *
 * @param recipients the given ids, which may be unknown
 * @param conversation {@code null} for one recipient
 */
public record Draft(List<Long> recipients, @Nullable String conversation, String text, Map<String, Object> extras) {

    /** X's limit for the text of a DM, in characters. */
    public static final int LONGEST_TEXT = 10_000;

    /** The extra with the origin of the message, which is not part of {@code message_data}. */
    public static final String INITIATED_VIA = "initiated_via";

    public static Draft to(long recipient, String text, Map<String, Object> extras) {
        return new Draft(List.of(recipient), null, text, extras);
    }

    public static Draft in(String conversation, List<Long> recipients, String text, Map<String, Object> extras) {
        return new Draft(recipients, conversation, text, extras);
    }

    public static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST_TEXT;
    }
}
