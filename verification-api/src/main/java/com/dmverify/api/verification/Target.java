package com.dmverify.api.verification;

import org.jspecify.annotations.Nullable;

/**
 * The account whose control is to be proven. One of the two is given; the other follows when X resolved it.
 */
public record Target(@Nullable Handle handle, @Nullable UserId userId) {

    public Target {
        if (handle == null && userId == null) {
            throw new IllegalArgumentException("A target needs a handle or a user id");
        }
    }
}
