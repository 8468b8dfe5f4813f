package com.dmverify.sandbox.limit;

import com.dmverify.sandbox.Resettable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The free replies of v1.1: each received message opens a window of 24 hours in which 5 messages to its writer do not count
 * ("POST direct_messages/events/new").
 */
@Component
public class FreeReplies implements Resettable {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int MESSAGES = 5;
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<Pair, Window> windows = new LinkedHashMap<>();
    private final Clock clock;

    FreeReplies(Clock clock) {
        this.clock = clock;
    }

    /** Opens a window: the account received a message of this writer. */
    public synchronized void open(long account, long writer) {
        Pair pair = new Pair(account, writer);
        windows.remove(pair);
        windows.put(pair, new Window(clock.instant().plus(WINDOW), MESSAGES));
        if (windows.size() > MOST_REMEMBERED) {
            windows.remove(windows.keySet().iterator().next());
        }
    }

    /** Uses a free reply. Returns false if there is none. */
    public synchronized boolean take(long account, long recipient) {
        Pair pair = new Pair(account, recipient);
        Window window = windows.get(pair);
        if (window == null || window.left == 0 || !clock.instant().isBefore(window.endsAt)) {
            return false;
        }
        windows.put(pair, new Window(window.endsAt, window.left - 1));
        return true;
    }

    @Override
    public synchronized void reset() {
        windows.clear();
    }

    private record Pair(long account, long other) {}

    private record Window(Instant endsAt, int left) {}
}
