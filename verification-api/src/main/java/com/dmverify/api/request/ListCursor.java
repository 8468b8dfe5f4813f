package com.dmverify.api.request;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.store.IndexEntry;
import com.dmverify.api.verification.VerificationId;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page of a list begins, as callers get it: time, id and a check of both that holds for this list alone, so that a
 * cursor that was changed or belongs to another list is refused. It names only what its page has shown.
 *
 * @param list what tells the list from any other
 */
record ListCursor(String list) {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,15}) (ver_[0-9a-z]{26}) ([0-9a-f]{16})");
    private static final int LONGEST = 200;
    private static final int CHECK_LENGTH = 16;

    /** The cursor behind this entry. */
    String behind(IndexEntry last) {
        String place = last.createdAt() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString((place + " " + check(place)).getBytes(US_ASCII));
    }

    /**
     * The entry behind which the page begins.
     *
     * @throws Problem if it is no cursor of this list
     */
    IndexEntry read(String cursor) {
        Matcher parts = SHAPE.matcher(decoded(cursor));
        if (!parts.matches() || !check(parts.group(1) + " " + parts.group(2)).equals(parts.group(3))) {
            throw refused();
        }
        return new IndexEntry(new VerificationId(parts.group(2)), Long.parseLong(parts.group(1)));
    }

    private static String decoded(String cursor) {
        try {
            return cursor.length() > LONGEST
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(cursor), US_ASCII);
        } catch (IllegalArgumentException _) {
            throw refused();
        }
    }

    private String check(String place) {
        return KeyHash.of("cursor", list, place).substring(0, CHECK_LENGTH);
    }

    private static Problem refused() {
        return Problem.invalidParameter("cursor", "Send next_cursor of the page before, of the same list, unchanged.");
    }
}
