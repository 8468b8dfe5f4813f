package com.dmverify.api.live;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.tenant.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts what is open in this replica, for each caller and in all. Thread-safe. */
final class LivePlaces {

    /** Others end all the time. */
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final int mostPerKey;
    private final int most;
    private final Map<Caller, Integer> perKey = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    LivePlaces(int mostPerKey, int most) {
        this.mostPerKey = mostPerKey;
        this.most = most;
    }

    /** Takes a place; false if there is none. */
    boolean take(Caller caller) {
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            return false;
        }
        boolean[] taken = {false};
        perKey.compute(caller, (key, open) -> {
            int now = open == null ? 0 : open;
            taken[0] = now < mostPerKey;
            return taken[0] ? Integer.valueOf(now + 1) : open;
        });
        if (!taken[0]) {
            all.decrementAndGet();
        }
        return taken[0];
    }

    void giveBack(Caller caller) {
        perKey.computeIfPresent(caller, (key, open) -> open == 1 ? null : Integer.valueOf(open - 1));
        all.decrementAndGet();
    }

    /** How many are open. */
    int open() {
        return all.get();
    }

    /** The problem of a caller for whom there is no place; null if there is one. */
    @Nullable
    Problem refusal(Caller caller) {
        if (perKey.getOrDefault(caller, 0) >= mostPerKey) {
            return refused("streams-per-key", mostPerKey, "This API key has " + mostPerKey + " streams open here.");
        }
        return all.get() >= most
                ? refused("streams", most, "This replica has as many streams open as it may have.")
                : null;
    }

    private static Problem refused(String limit, int most, String why) {
        return Problem.limited(
                limit,
                why + " Close some, or read the verification by GET without wait.",
                COME_BACK,
                Map.of(
                        "RateLimit-Policy",
                        "\"" + limit + "\";q=" + most + ";qu=\"concurrent-requests\"",
                        "RateLimit",
                        "\"" + limit + "\";r=0;t=" + COME_BACK.toSeconds()));
    }
}
