package com.dmverify.api.request;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.store.IndexEntry;
import com.dmverify.api.verification.VerificationId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page of a list begins, as callers get it: time and id of the last entry of the page before. It names only what that
 * page has shown, and a page is always one of the caller's own list, so that a cursor of another list does no harm.
 */
final class ListCursor {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{13})([0-9a-hjkmnp-tv-z]{26})");
    private static final String PREFIX = "ver_";

    private ListCursor() {}

    /** The cursor behind this entry. */
    static String behind(IndexEntry last) {
        return last.createdAt() + last.id().value().substring(PREFIX.length());
    }

    /**
     * The entry behind which the page begins.
     *
     * @throws Problem if it is no cursor
     */
    static IndexEntry read(String cursor) {
        Matcher parts = SHAPE.matcher(cursor);
        if (!parts.matches()) {
            throw Problem.invalidParameter("cursor", "Send next_cursor of the page before, unchanged.");
        }
        return new IndexEntry(new VerificationId(PREFIX + parts.group(2)), Long.parseLong(parts.group(1)));
    }
}
