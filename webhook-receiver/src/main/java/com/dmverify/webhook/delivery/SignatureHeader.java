package com.dmverify.webhook.delivery;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of {@code x-twitter-webhooks-signature}: SHA-256 in Base64. Source: X's page "Securing webhooks". */
final class SignatureHeader {

    private static final Pattern FORM = Pattern.compile("sha256=[A-Za-z0-9+/]{43}=");

    private SignatureHeader() {}

    /** Whether it has the form of a signature; if not, no body matches it. */
    static boolean isPlausible(@Nullable String signature) {
        return signature != null && FORM.matcher(signature).matches();
    }
}
