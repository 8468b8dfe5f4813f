package com.dmverify.api.request.web;

import com.dmverify.api.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The version of a verification's state in headers: as the id of an event, and as a weak entity tag, because estimates change
 * without it. Sources: HTML Standard, section 9.2 (server-sent events); RFC 9110, section 8.8.3.
 */
final class StateVersion {

    /** The header of a reader that connects again. */
    static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private StateVersion() {}

    /**
     * What the reader of a stream has; 0 for nothing.
     *
     * @throws Problem if it is not an id of our events
     */
    static long lastEventId(HttpHeaders headers) {
        String id = headers.getFirst(LAST_EVENT_ID);
        if (id == null || id.isEmpty()) {
            return 0;
        }
        if (!NUMBER.matcher(id).matches()) {
            throw Problem.invalidHeader(LAST_EVENT_ID, "Send the id of the last event, which is a number.");
        }
        return Long.parseLong(id);
    }

    /** What the caller has; null if the request does not say it in our way. */
    static @Nullable Long ifNoneMatch(HttpHeaders headers) {
        String tag = headers.getFirst(HttpHeaders.IF_NONE_MATCH);
        Matcher version = TAG.matcher(tag == null ? "" : tag.strip());
        return version.matches() ? Long.valueOf(version.group(1)) : null;
    }

    static String tag(long version) {
        return "W/\"" + version + "\"";
    }
}
