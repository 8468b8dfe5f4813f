package com.dmverify.sender.order;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the message is to speak.
 *
 * @param locale the user's language
 * @param purpose what the user is confirming, in the platform's words; never shown as it is
 * @param again whether the user asked for the message once more
 * @param isBrief whether it does not say what the code is for
 */
public record Wording(Locale locale, @Nullable String purpose, boolean again, boolean isBrief) {

    /** One that says what the code is for. */
    public Wording(Locale locale, @Nullable String purpose, boolean again) {
        this(locale, purpose, again, false);
    }
}
