package com.dmverify.api.policy;

import java.util.Arrays;
import java.util.Locale;

/** What the message says beside the code, its life and how to stop; dm-sender has the words. */
public enum Template {
    /** What the code is for, too. */
    STANDARD,

    /** Nothing more. */
    BRIEF;

    /** In orders and in the configuration. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name; {@link #STANDARD} stands in for one that a later release has. */
    public static Template ofWire(String word) {
        return Arrays.stream(values())
                .filter(each -> each.wire().equals(word))
                .findFirst()
                .orElse(STANDARD);
    }
}
