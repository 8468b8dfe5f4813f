package com.dmverify.api.request;

import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.store.RequestKey;
import com.dmverify.api.verification.VerificationId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency key of a request, without the quotes that the draft asks for and most clients leave out. Source:
 * draft-ietf-httpapi-idempotency-key-header-07, section 2.1; RFC 8941, section 3.3.3.
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    /** What a key has to be, in one sentence for the caller. */
    public static final String NEEDED =
            "Send one key of 1 to 255 visible ASCII characters, for example a UUID, quoted or not.";

    /** 255 characters, each of them escaped, and two quotes: nothing longer is looked at. */
    private static final int LONGEST_QUOTED = 512;

    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]++|\\\\[\"\\\\])*+)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    /** The key that this text is; empty if it is none. */
    public static Optional<IdempotencyKey> read(String text) {
        String value = unquoted(text.strip());
        return value != null && SHAPE.matcher(value).matches()
                ? Optional.of(new IdempotencyKey(value))
                : Optional.empty();
    }

    /** As it is kept for a start of this tenant. */
    public RequestKey forStart(String tenant, String fingerprint) {
        return new RequestKey(KeyHash.of("start", tenant, value), fingerprint);
    }

    /** As it is kept for a resend of this verification, which has no body. */
    public RequestKey forResend(String tenant, VerificationId id) {
        return new RequestKey(KeyHash.of("resend", tenant, id.value(), value), KeyHash.of());
    }

    private static @Nullable String unquoted(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        if (text.length() > LONGEST_QUOTED) {
            return null;
        }
        Matcher quoted = QUOTED.matcher(text);
        return quoted.matches() ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : null;
    }
}
