package com.dmverify.sender.order;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Whom the message is for.
 *
 * @param handle as the platform gave it; null when it gave an id
 * @param userId known after the first resolution, or given by the platform; wins over the handle, which may change
 *     hands
 */
public record Target(@Nullable Handle handle, @Nullable UserId userId) {

    /** Refuses a target that cannot exist with {@link IllegalArgumentException}. */
    public Target {
        if (handle == null && userId == null) {
            throw new IllegalArgumentException("the target has neither handle nor user id");
        }
        if (userId != null && userId.value().startsWith("0")) {
            // X reads numbers: 0012 would be a second name of the person 12.
            throw new IllegalArgumentException("an X user id does not begin with 0");
        }
    }

    static Target of(@Nullable String handle, @Nullable String userId) {
        return new Target(handle == null ? null : Handle.parse(handle), userId == null ? null : new UserId(userId));
    }
}
