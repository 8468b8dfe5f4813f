package com.dmverify.webhook.redaction;

import com.dmverify.text.CodeRedaction;
import com.dmverify.x.webhook.Activity;
import org.jspecify.annotations.Nullable;

/**
 * Removes possible codes from an activity, because people answer a message with the code in it. Every activity is
 * redacted before it is stored.
 */
public final class Redaction {

    /** In code points: five times the longest keyword. More of a private message is not needed. */
    private static final int MOST_OF_A_TEXT = 500;

    private Redaction() {}

    /** The activity without codes and with shortened texts. */
    public static Activity redacted(Activity activity) {
        String raw = activity.raw();
        return activity.withContent(
                excerpt(activity.text()),
                excerpt(activity.quickReplyMetadata()),
                raw == null ? null : RedactedJson.of(raw));
    }

    private static @Nullable String excerpt(@Nullable String text) {
        return text == null ? null : CodeRedaction.excerpt(text, MOST_OF_A_TEXT);
    }
}
