package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.XUser;
import com.dmverify.x.dm.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both API versions show the same mailbox, with the same ids. */
class ApiVersionsIT {

    private final Sandbox sandbox = Sandbox.shared();

    @ParameterizedTest
    @EnumSource
    void aHandleIsLookedUpAndItsOwnerGetsTheMessage(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.follower();
        XUser found = value(sandbox.brand().users(apiVersion).byHandle(person.handle()));
        // When
        value(sandbox.brand().directMessages(apiVersion).send(found.id(), "Your code is 493021"));
        // Then
        assertThat(person.inbox()).containsExactly("Your code is 493021");
    }

    @ParameterizedTest
    @EnumSource
    void bothVersionsShowAMessageOfEitherVersion(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        var sent = value(sandbox.brand().directMessages(apiVersion).send(person.id(), "Your code is 493021"));
        // Then
        assertThat(person.inbox()).containsExactly("Your code is 493021");
        for (ApiVersion reading : ApiVersion.values()) {
            var recent = value(sandbox.brand().directMessages(reading).recentWith(person.id()))
                    .messages();
            assertThat(recent).extracting(Message::eventId).containsExactly(sent.eventId());
            assertThat(recent.getFirst().text()).isEqualTo("Your code is 493021");
            assertThat(recent.getFirst().sender()).isEqualTo(Sandbox.BRAND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothDirectionsAreListedNewestFirst(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.follower();
        var dms = sandbox.brand().directMessages(apiVersion);
        String question = value(dms.send(person.id(), "Who are you?")).eventId();
        String answer = person.writes("It is me");
        // When
        var recent = value(dms.recentWith(person.id())).messages();
        // Then
        assertThat(recent).extracting(Message::eventId).containsExactly(answer, question);
        assertThat(recent).extracting(Message::sender).containsExactly(person.id(), Sandbox.BRAND);
        assertThat(recent.getFirst().createdAt())
                .isAfterOrEqualTo(recent.getLast().createdAt());
    }

    @ParameterizedTest
    @EnumSource
    void messagesToOtherUsersAreNotListed(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.follower();
        SandboxUser other = sandbox.follower();
        value(sandbox.brand().directMessages(apiVersion).send(other.id(), "not for everyone"));
        // When
        var recent = sandbox.brand().directMessages(apiVersion).recentWith(person.id());
        // Then
        assertThat(value(recent).messages()).isEmpty();
    }
}
