package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.XError.Rejected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** X limits the length of a message in code points. */
class MessageLengthIT {

    private static final int LONGEST = 10_000;

    private final Sandbox sandbox = Sandbox.shared();
    private final SandboxUser person = sandbox.follower();

    @ParameterizedTest
    @EnumSource
    void theLongestTextIsAccepted(ApiVersion apiVersion) {
        // Given: each of them is two chars of Java
        String ducks = "🦆".repeat(LONGEST);
        // When
        value(sandbox.brand().directMessages(apiVersion).send(person.id(), ducks));
        // Then
        assertThat(person.inbox()).containsExactly(ducks);
    }

    @ParameterizedTest
    @EnumSource
    void aTextWithOneMoreCharacterIsRejected(ApiVersion apiVersion) {
        // Given
        String text = "a".repeat(LONGEST + 1);
        // When
        var sent = sandbox.brand().directMessages(apiVersion).send(person.id(), text);
        // Then
        failure(Rejected.class, sent);
        assertThat(person.inbox()).isEmpty();
    }
}
