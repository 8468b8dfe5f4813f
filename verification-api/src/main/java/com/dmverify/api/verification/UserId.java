package com.dmverify.api.verification;

import java.util.regex.Pattern;

/**
 * X's numeric id of an account: what a verification is bound to.
 *
 * @param value up to 19 digits; a text, because it exceeds 2^53
 */
public record UserId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,19}");

    public UserId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A user id has 1 to 19 digits, written as a text: \"12\"");
        }
    }
}
