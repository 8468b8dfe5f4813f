package com.dmverify.sender.order;

import java.util.regex.Pattern;

/**
 * What at most one visible message exists for.
 *
 * @param verificationId {@code ver_…}
 * @param dispatch counts up from 1 with every order for the verification
 */
public record DispatchId(String verificationId, int dispatch) {

    /** It becomes part of key names, also between braces; verification-api makes shorter ones of letters and digits. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    /** Refuses an id that cannot exist and a dispatch below 1 with {@link IllegalArgumentException}. */
    public DispatchId {
        if (!ID.matcher(verificationId).matches()) {
            throw new IllegalArgumentException("no verification has this id: 1 to 128 letters, digits, dots, - and _");
        }
        if (dispatch < 1) {
            throw new IllegalArgumentException("dispatches count from 1, not " + dispatch);
        }
    }

    @Override
    public String toString() {
        return verificationId + "." + dispatch;
    }
}
