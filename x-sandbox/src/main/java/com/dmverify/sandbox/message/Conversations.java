package com.dmverify.sandbox.message;

import com.dmverify.sandbox.person.Ids;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The ids of conversations and the members of groups. */
@Component
public class Conversations {

    private static final int MOST_GROUPS = 100_000;

    private final ConcurrentMap<String, List<Long>> groups = new ConcurrentHashMap<>();

    /** The id of a one-to-one conversation: the smaller user id, a dash, the larger. */
    public static String between(long one, long other) {
        return Math.min(one, other) + "-" + Math.max(one, other);
    }

    /** The other user of a one-to-one conversation; empty if it is not a conversation of {@code me}. */
    public static OptionalLong otherThan(long me, String conversation) {
        int dash = conversation.indexOf('-');
        if (dash < 0) {
            return OptionalLong.empty();
        }
        OptionalLong first = Ids.parse(conversation.substring(0, dash));
        OptionalLong second = Ids.parse(conversation.substring(dash + 1));
        if (first.isEmpty() || second.isEmpty()) {
            return OptionalLong.empty();
        }
        if (first.getAsLong() == me) {
            return second;
        }
        return second.getAsLong() == me ? first : OptionalLong.empty();
    }

    /** Returns false if there are too many groups. */
    public boolean open(String conversation, List<Long> members) {
        return groups.size() < MOST_GROUPS && groups.putIfAbsent(conversation, List.copyOf(members)) == null;
    }

    public Optional<List<Long>> members(String conversation) {
        return Optional.ofNullable(groups.get(conversation));
    }

    void clear() {
        groups.clear();
    }
}
