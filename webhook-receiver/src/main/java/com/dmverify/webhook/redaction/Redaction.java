package com.dmverify.webhook.redaction;

import com.dmverify.text.CodeRedaction;
import com.dmverify.x.webhook.Activity;
import org.jspecify.annotations.Nullable;

/**
 * Removes from an activity what a check would take for a code: people answer a message that holds a code with the code.
 * Nothing that is stored is made from an activity that did not go through here.
 */
public final class Redaction {

    /** In code points. The longest keyword has a fifth of it; what is private is not kept for its own sake. */
    private static final int MOST_OF_A_TEXT = 500;

    private Redaction() {}

    /** The same activity without codes: texts are cut, too. */
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
