package com.dmverify.sandbox.v2;

import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.error.ApiException;
import java.util.Locale;
import java.util.Optional;

/**
 * An opaque token of at least 16 characters with the last or first id of a page.
 *
 * @param back whether it leads to newer items
 */
public record PageToken(long id, boolean back) {

    private static final String ON = "ZZZZ";
    private static final String BACK = "ZZZY";
    private static final int RADIX = 32;
    private static final int LONGEST = 64;

    /** The token of the page after this id. */
    public static String after(long id) {
        return text(id, ON);
    }

    /** The token of the page before this id. */
    public static String before(long id) {
        return text(id, BACK);
    }

    /** Reads the token of a call; empty for the first page. Throws {@link ApiException} for an invalid token. */
    public static Optional<PageToken> of(ApiRequest request) {
        return request.call()
                .query()
                .first("pagination_token")
                .map(token -> read(token)
                        .orElseThrow(() -> ApiException.invalid(
                                "pagination_token",
                                token,
                                "The `pagination_token` query parameter value [" + token + "] is not valid")));
    }

    static Optional<PageToken> read(String token) {
        boolean back = token.endsWith(BACK);
        if (!(back || token.endsWith(ON)) || token.length() < 16 || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            long id = Long.parseLong(token, 0, token.length() - ON.length(), RADIX);
            return id < 0 ? Optional.empty() : Optional.of(new PageToken(id, back));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    private static String text(long id, String end) {
        String digits = Long.toString(id, RADIX).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 16 - digits.length())) + digits + end;
    }
}
