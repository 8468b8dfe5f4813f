package com.dmverify.x.dm;

import com.dmverify.x.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads whose conversation it is from its name: two ids and a hyphen; a group is named by something else. */
final class Parties {

    private static final Pattern OF_TWO = Pattern.compile("([0-9]{1,19})-([0-9]{1,19})");

    private Parties() {}

    /** Both, or the one who writes to itself; empty for a group. */
    static Set<UserId> of(String conversation) {
        Matcher two = OF_TWO.matcher(conversation);
        return two.matches()
                ? Stream.of(two.group(1), two.group(2)).map(UserId::new).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** The one who is not this; empty for a group, or for a conversation of others. */
    static Optional<UserId> otherThan(UserId one, String conversation) {
        Set<UserId> both = of(conversation);
        return both.contains(one)
                ? both.stream().filter(party -> !party.equals(one)).findFirst()
                : Optional.empty();
    }
}
