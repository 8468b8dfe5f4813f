package com.dmverify.x;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as X describes it at this moment.
 *
 * @param handle as X spells it
 * @param name the free display name: never an identity
 * @param receivesYourDm X's hint whether the asking account may write to this one; null where X said nothing (v1.1,
 *     app-only). True excludes no refusal
 * @param connectionStatus the relation to the asking account in X's words ({@code followed_by}, {@code following},
 *     {@code blocking}, …); empty where there is none or X said nothing
 */
public record XUser(
        UserId id, Handle handle, String name, @Nullable Boolean receivesYourDm, Set<String> connectionStatus) {

    public XUser {
        connectionStatus = Set.copyOf(connectionStatus);
    }
}
