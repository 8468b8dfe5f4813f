package com.dmverify.api.verification;

import java.util.regex.Pattern;

/**
 * X's numeric id of an account: what a verification is bound to.
 *
 * @param value 1 to 19 digits without leading zeros, as X writes them; a text, because it exceeds 2^53
 */
public record UserId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{0,18}");

    public UserId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A user id has 1 to 19 digits without leading zeros, written as a JSON string: \"12\"");
        }
    }
}
