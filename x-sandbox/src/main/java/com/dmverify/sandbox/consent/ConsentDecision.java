package com.dmverify.sandbox.consent;

import com.dmverify.sandbox.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on the page.
 *
 * @param user who grants it; {@code null} when the answer is no
 */
public record ConsentDecision(@Nullable Person user) {

    public boolean isDenied() {
        return user == null;
    }

    /** Whoever grants it. */
    public Person granter() {
        if (user == null) {
            throw new IllegalStateException("nobody granted it");
        }
        return user;
    }
}
