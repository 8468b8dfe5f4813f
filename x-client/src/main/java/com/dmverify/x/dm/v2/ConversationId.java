package com.dmverify.x.dm.v2;

import com.dmverify.x.UserId;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Names a conversation: two user ids with a hyphen, or the bare id of a group. Source: X's OpenAPI document.
 *
 * @param value as X writes it
 */
public record ConversationId(String value) {

    private static final Pattern PATTERN = Pattern.compile("[0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19}");

    /** Refuses anything else with {@link IllegalArgumentException}. */
    public ConversationId {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("a conversation is named by two user ids, or by 15 to 19 digits");
        }
    }

    /** The conversation of these two: the smaller number first. */
    public static ConversationId between(UserId one, UserId other) {
        boolean inOrder = new BigInteger(one.value()).compareTo(new BigInteger(other.value())) <= 0;
        return new ConversationId(inOrder ? one + "-" + other : other + "-" + one);
    }

    @Override
    public String toString() {
        return value;
    }
}
