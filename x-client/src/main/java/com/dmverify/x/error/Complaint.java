package com.dmverify.x.error;

import java.util.Set;

/**
 * One thing X complained about, whatever the shape it came in. Empty text and zero stand for "not said".
 *
 * @param code the number of v1.1 errors
 * @param type the last part of a problem's type, the same on both of X's hosts
 * @param title the problem's title
 * @param detail X's own words
 * @param resource what kind of thing was not found, for instance {@code user}
 * @param parameters the names of the parameters that were refused
 */
record Complaint(int code, String type, String title, String detail, String resource, Set<String> parameters) {

    /** Nothing was said. */
    static final Complaint NONE = new Complaint(0, "", "", "", "", Set.of());

    boolean says(String words) {
        return detail.contains(words);
    }
}
