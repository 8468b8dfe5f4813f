package com.dmverify.wire;

import static com.dmverify.wire.Outcome.failure;
import static com.dmverify.wire.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.XError.Rejected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a message may be, in characters as people count them. */
class LengthsIT {

    private static final int LONGEST = 10_000;

    private final Sandbox sandbox = Sandbox.shared();
    private final Person person = sandbox.follower();

    @ParameterizedTest
    @EnumSource
    void theLongestTextGoes(ApiVersion apiVersion) {
        // Given: each of them is two chars of Java
        String ducks = "🦆".repeat(LONGEST);
        // When
        value(sandbox.brand().directMessages(apiVersion).send(person.id(), ducks));
        // Then
        assertThat(person.inbox()).containsExactly(ducks);
    }

    @ParameterizedTest
    @EnumSource
    void oneMoreDoesNot(ApiVersion apiVersion) {
        // Given
        String text = "a".repeat(LONGEST + 1);
        // When
        var sent = sandbox.brand().directMessages(apiVersion).send(person.id(), text);
        // Then
        failure(Rejected.class, sent);
        assertThat(person.inbox()).isEmpty();
    }
}
