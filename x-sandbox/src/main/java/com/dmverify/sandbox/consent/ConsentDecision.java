package com.dmverify.sandbox.consent;

import com.dmverify.sandbox.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * The user's decision on the consent page.
 *
 * @param user the user who grants access; {@code null} if access is denied
 */
public record ConsentDecision(@Nullable Person user) {

    public boolean isDenied() {
        return user == null;
    }

    /** Returns the user who grants access. */
    public Person granter() {
        if (user == null) {
            throw new IllegalStateException("access is denied");
        }
        return user;
    }
}
