package com.dmverify.sender.send;

import com.dmverify.x.XUser;
import org.jspecify.annotations.Nullable;

/** X's hint in a user object: whether that person takes messages from the account that asked. */
public final class ReachabilityHint {

    /** Source: X's user object, {@code connection_status}. */
    private static final String FOLLOWS_US = "followed_by";

    private ReachabilityHint() {}

    /**
     * Whether this person takes messages, as far as X said it; null if it did not. Who follows us is written to whatever
     * {@code receives_your_dm} says. A hint: a message may be refused although it is true.
     */
    public static @Nullable Boolean takesMessages(XUser user) {
        return user.connectionStatus().contains(FOLLOWS_US) ? Boolean.TRUE : user.receivesYourDm();
    }
}
