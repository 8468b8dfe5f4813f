package com.dmverify.sandbox.access;

import com.dmverify.sandbox.person.Person;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller of an API call: an app, alone or for a user.
 *
 * @param user {@code null} for an app-only call
 * @param scopes of an OAuth 2.0 token, else {@code null}
 */
public record Caller(
        App app,
        @Nullable Person user,
        Permission permission,
        @Nullable Set<String> scopes) {

    /** Returns the user. Throws if the call is app-only. */
    public Person me() {
        if (user == null) {
            throw new IllegalStateException("an app alone has no user");
        }
        return user;
    }
}
