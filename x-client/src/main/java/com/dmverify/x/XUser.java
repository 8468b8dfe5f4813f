package com.dmverify.x;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as X describes it at this moment.
 *
 * @param handle in X's spelling
 * @param name the free display name: never an identity
 * @param receivesYourDm X's hint whether the calling account may write to this one; null if X said nothing (v1.1,
 *     app-only). A message may be refused although it is true
 * @param connectionStatus the relation to the calling account in X's terms ({@code followed_by}, {@code following},
 *     {@code blocking}, …); empty where there is none or X said nothing
 */
public record XUser(
        UserId id, Handle handle, String name, @Nullable Boolean receivesYourDm, Set<String> connectionStatus) {

    public XUser {
        connectionStatus = Set.copyOf(connectionStatus);
    }
}
