package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.XError.TargetUnknown;
import com.dmverify.x.XUser;
import com.dmverify.x.user.Friendship;
import org.junit.jupiter.api.Test;

/** Both API versions hint whether a user accepts our messages. */
class RelationshipsIT {

    private final Sandbox sandbox = Sandbox.shared();

    @Test
    void aFollowerAcceptsMessages() {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        Friendship friendship = friendship(person);
        XUser user = user(person);
        // Then
        assertThat(friendship.followedBy()).isTrue();
        assertThat(friendship.canDm()).isTrue();
        assertThat(user.connectionStatus()).containsExactly("followed_by");
        assertThat(user.receivesYourDm()).isTrue();
    }

    @Test
    void aUserWithClosedDmsDoesNotAcceptMessages() {
        // Given
        SandboxUser person = sandbox.closedUser();
        // When
        Friendship friendship = friendship(person);
        XUser user = user(person);
        // Then
        assertThat(friendship.followedBy()).isFalse();
        assertThat(friendship.canDm()).isFalse();
        assertThat(user.connectionStatus()).isEmpty();
        assertThat(user.receivesYourDm()).isFalse();
    }

    @Test
    void aUserWhoFollowsAcceptsMessages() {
        // Given
        SandboxUser person = sandbox.closedUser();
        // When
        person.follows();
        // Then
        assertThat(friendship(person).canDm()).isTrue();
        assertThat(user(person).receivesYourDm()).isTrue();
    }

    @Test
    void aUserWhoWroteToUsAcceptsMessages() {
        // Given
        SandboxUser person = sandbox.closedUser();
        // When
        person.writes("hello there");
        // Then
        assertThat(friendship(person).canDm()).isTrue();
        assertThat(user(person).receivesYourDm()).isTrue();
    }

    @Test
    void v1ShowsThatAUserBlocksUs() {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        person.blocks();
        // Then
        assertThat(friendship(person).blockedBy()).isTrue();
        assertThat(friendship(person).canDm()).isFalse();
        assertThat(user(person).receivesYourDm()).isFalse();
    }

    @Test
    void theFriendshipWithAnUnknownUserIsAnError() {
        // Given // When
        var friendship = sandbox.brand().legacyUserDirectory().friendship(Sandbox.BRAND, sandbox.unknownId());
        // Then
        failure(TargetUnknown.class, friendship);
    }

    private Friendship friendship(SandboxUser person) {
        return value(sandbox.brand().legacyUserDirectory().friendship(Sandbox.BRAND, person.id()));
    }

    private XUser user(SandboxUser person) {
        return value(sandbox.brand().users(ApiVersion.V2).byId(person.id()));
    }
}
