package com.dmverify.webhook.app;

import com.dmverify.x.UserId;
import org.jspecify.annotations.Nullable;

/** Parses user ids in properties. */
final class UserIds {

    private UserIds() {}

    /** The id, or an {@link IllegalArgumentException} that names the property. */
    static UserId of(String property, @Nullable String value) {
        if (value == null || !UserId.isOne(value.strip())) {
            throw new IllegalArgumentException(property + " must be the numeric id of an X account, 1 to 19 digits");
        }
        return new UserId(value.strip());
    }
}
