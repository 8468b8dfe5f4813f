package com.dmverify.x.dm;

import com.dmverify.x.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the participants from the id of a conversation: two user ids with a hyphen. The id of a group has another form.
 */
final class ConversationParties {

    private static final Pattern OF_TWO = Pattern.compile("([0-9]{1,19})-([0-9]{1,19})");

    private ConversationParties() {}

    /** Both participants, or one if an account writes to itself; empty for a group. */
    static Set<UserId> of(String conversation) {
        Matcher two = OF_TWO.matcher(conversation);
        return two.matches()
                ? Stream.of(two.group(1), two.group(2)).map(UserId::new).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** The other participant; empty for a group and for a conversation without this one. */
    static Optional<UserId> otherThan(UserId one, String conversation) {
        Set<UserId> both = of(conversation);
        return both.contains(one)
                ? both.stream().filter(party -> !party.equals(one)).findFirst()
                : Optional.empty();
    }
}
