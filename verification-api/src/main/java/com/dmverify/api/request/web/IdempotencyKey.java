package com.dmverify.api.request.web;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.store.RequestKey;
import com.dmverify.api.verification.VerificationId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The {@code Idempotency-Key} of a request, without the quotes that the draft asks for and most clients leave out. Source:
 * draft-ietf-httpapi-idempotency-key-header-07, section 2.1; RFC 8941, section 3.3.3.
 *
 * @param value 1 to 255 visible ASCII characters
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    /** 255 characters, each of them escaped, and two quotes: nothing longer is looked at. */
    private static final int LONGEST_QUOTED = 512;

    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]++|\\\\[\"\\\\])*+)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    /**
     * The key of the request; null if it has none.
     *
     * @throws Problem if it has one that cannot be used
     */
    static @Nullable IdempotencyKey of(HttpHeaders headers) {
        List<String> values = headers.getOrEmpty(HEADER);
        if (values.isEmpty()) {
            return null;
        }
        String value = unquoted(values.getFirst().strip());
        if (values.size() > 1 || value == null || !SHAPE.matcher(value).matches()) {
            throw Problem.invalidHeader(
                    HEADER, "Send one key of 1 to 255 visible ASCII characters, for example a UUID, quoted or not.");
        }
        return new IdempotencyKey(value);
    }

    /** As it is kept for a start of this tenant. */
    RequestKey forStart(String tenant, String fingerprint) {
        return new RequestKey(KeyHash.of("start", tenant, value), fingerprint);
    }

    /** As it is kept for a resend of this verification, which has no body. */
    RequestKey forResend(String tenant, VerificationId id) {
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
