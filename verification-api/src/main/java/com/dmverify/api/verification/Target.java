package com.dmverify.api.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The account whose control is to be proven. One of the two names is given; the other follows when X resolved it.
 * Only a verification with a challenge alone needs none.
 *
 * @param handleAsOf when X last said that this id has this handle; null while only the platform has said so
 * @param isByHandle whether the platform named the account by its handle: if that is another's, so is what was claimed
 */
public record Target(
        @Nullable Handle handle,
        @Nullable UserId userId,
        @Nullable Instant handleAsOf,
        boolean isByHandle) {
    /** No account is claimed: the one that brings the proof is the one that is verified. */
    public static final Target NOT_NAMED = new Target(null, null, null);

    /** By its handle if that is all that is known. */
    public Target(@Nullable Handle handle, @Nullable UserId userId, @Nullable Instant handleAsOf) {
        this(handle, userId, handleAsOf, handle != null && userId == null);
    }

    /** As a platform names it. */
    public Target(@Nullable Handle handle, @Nullable UserId userId) {
        this(handle, userId, null);
    }

    /** Whether no account is claimed. */
    public boolean isNotNamed() {
        return handle == null && userId == null;
    }

    /** The target after X named the person. What X did not date, or dated earlier, does not replace a handle that it dated. */
    Target learned(@Nullable UserId id, @Nullable Handle name, @Nullable Instant asOf) {
        UserId person = id == null ? userId : id;
        boolean older = handleAsOf != null && (asOf == null || asOf.isBefore(handleAsOf));
        return name == null || older
                ? new Target(handle, person, handleAsOf, isByHandle)
                : new Target(name, person, asOf, isByHandle);
    }
}
