package com.dmverify.api.limit;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.store.limit.Quota;
import com.dmverify.api.store.limit.Usage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** The problem of a request that a limit refuses. */
final class Limited {

    private Limited() {}

    /** Names the limit whose window ends last, of those that are used up. */
    static Problem by(List<Usage> usages) {
        Usage limit = usages.stream()
                .filter(usage -> usage.remaining() == 0)
                .max(Comparator.comparing(Usage::reset))
                .orElseThrow(() -> new IllegalStateException("no limit refused it"));
        return Problem.limited(
                limit.quota().name(), sentence(limit.quota()), limit.reset(), RateLimitFields.of(usages));
    }

    private static String sentence(Quota quota) {
        String many = quota.limit() + " within " + words(quota.window());
        return switch (quota.name()) {
            case "starts-per-target-hour", "starts-per-target-day" ->
                "No more than " + many + " starts for one target. Show the verification that runs, or come back later.";
            case "starts-per-client-ip-hour" ->
                "No more than " + many + " starts for one client_ip. Ask this visitor to come back later.";
            case "failures-per-target-day" ->
                "No more than " + many + " wrong codes for one person. No try was used; come back later.";
            default -> "No more than " + many + ". Send the request again after Retry-After, and spread requests.";
        };
    }

    private static String words(Duration window) {
        return window.toHours() > 0 ? window.toHours() + " h" : window.toSeconds() + " s";
    }
}
