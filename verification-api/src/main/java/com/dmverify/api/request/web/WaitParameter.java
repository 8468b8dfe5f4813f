package com.dmverify.api.request.web;

import com.dmverify.api.problem.Problem;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a request waits for a change: {@code wait=25s}. */
final class WaitParameter {

    static final String NAME = "wait";
    static final String SHAPE = "([1-9]|[1-5][0-9]|60)s";

    private static final Pattern SECONDS = Pattern.compile(SHAPE);

    private WaitParameter() {}

    /**
     * The parameter as it was written.
     *
     * @return null without one
     * @throws Problem if it is something else
     */
    static @Nullable Duration of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher seconds = SECONDS.matcher(text);
        if (!seconds.matches()) {
            throw Problem.invalidParameter(NAME, "A wait is 1s to 60s, for example wait=25s.");
        }
        return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
    }
}
