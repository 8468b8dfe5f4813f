package com.dmverify.x.error;

import java.util.Set;

/**
 * One error in a response of X, in any of its formats. Empty text and zero mean "not given".
 *
 * @param code the number of v1.1 errors
 * @param type the last part of a problem's type, the same on both of X's hosts
 * @param title the problem's title
 * @param detail X's message
 * @param resource the kind of resource that was not found, for instance {@code user}
 * @param parameters the names of the parameters that were refused
 */
record ApiError(int code, String type, String title, String detail, String resource, Set<String> parameters) {

    /** A response without an error object. */
    static final ApiError NONE = new ApiError(0, "", "", "", "", Set.of());

    boolean detailContains(String text) {
        return detail.contains(text);
    }
}
