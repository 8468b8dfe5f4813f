package com.dmverify.sandbox.limit;

import com.dmverify.sandbox.Resettable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * v1.1's allowance for customer service: each received message opens, or opens anew, 24 hours in which 5 messages to
 * its writer do not count ("POST direct_messages/events/new").
 */
@Component
public class FreeReplies implements Resettable {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int MESSAGES = 5;
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<Pair, Room> rooms = new LinkedHashMap<>();
    private final Clock clock;

    FreeReplies(Clock clock) {
        this.clock = clock;
    }

    /** The account got a message of this writer. */
    public synchronized void open(long account, long writer) {
        Pair pair = new Pair(account, writer);
        rooms.remove(pair);
        rooms.put(pair, new Room(clock.instant().plus(WINDOW), MESSAGES));
        if (rooms.size() > MOST_REMEMBERED) {
            rooms.remove(rooms.keySet().iterator().next());
        }
    }

    /** True when a message from the account to this recipient is free; it is used up by asking. */
    public synchronized boolean take(long account, long recipient) {
        Pair pair = new Pair(account, recipient);
        Room room = rooms.get(pair);
        if (room == null || room.left == 0 || !clock.instant().isBefore(room.endsAt)) {
            return false;
        }
        rooms.put(pair, new Room(room.endsAt, room.left - 1));
        return true;
    }

    @Override
    public synchronized void reset() {
        rooms.clear();
    }

    private record Pair(long account, long other) {}

    private record Room(Instant endsAt, int left) {}
}
