package com.dmverify.api.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The account whose control is to be proven. One of the two names is given; the other follows when X resolved it.
 *
 * @param handleAsOf when X last said that this id has this handle; null while only the platform has said so
 */
public record Target(
        @Nullable Handle handle,
        @Nullable UserId userId,
        @Nullable Instant handleAsOf) {
    public Target {
        if (handle == null && userId == null) {
            throw new IllegalArgumentException("A target needs a handle or a user id");
        }
    }

    /** As a platform names it. */
    public Target(@Nullable Handle handle, @Nullable UserId userId) {
        this(handle, userId, null);
    }

    /** The target after X named the person. What X did not date, or dated earlier, does not replace a handle that it dated. */
    Target learned(@Nullable UserId id, @Nullable Handle name, @Nullable Instant asOf) {
        UserId person = id == null ? userId : id;
        boolean older = handleAsOf != null && (asOf == null || asOf.isBefore(handleAsOf));
        return name == null || older ? new Target(handle, person, handleAsOf) : new Target(name, person, asOf);
    }
}
