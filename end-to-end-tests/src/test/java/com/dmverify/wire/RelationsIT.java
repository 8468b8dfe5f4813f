package com.dmverify.wire;

import static com.dmverify.wire.Outcome.failure;
import static com.dmverify.wire.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.XError.TargetUnknown;
import com.dmverify.x.XUser;
import com.dmverify.x.user.Friendship;
import org.junit.jupiter.api.Test;

/** May we write to this one? X gives a hint in both API versions. */
class RelationsIT {

    private final Sandbox sandbox = Sandbox.shared();

    @Test
    void aFollowerCanBeWrittenTo() {
        // Given
        Person person = sandbox.follower();
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
    void whoTakesMessagesOnlyFromTheirOwnCannot() {
        // Given
        Person person = sandbox.stranger();
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
    void followingOpensTheDoor() {
        // Given
        Person person = sandbox.stranger();
        // When
        person.follows();
        // Then
        assertThat(friendship(person).canDm()).isTrue();
        assertThat(user(person).receivesYourDm()).isTrue();
    }

    @Test
    void writingToUsOpensTheDoor() {
        // Given
        Person person = sandbox.stranger();
        // When
        person.writes("hello there");
        // Then
        assertThat(friendship(person).canDm()).isTrue();
        assertThat(user(person).receivesYourDm()).isTrue();
    }

    @Test
    void whoBlocksUsIsSeenToDoSoInV1() {
        // Given
        Person person = sandbox.follower();
        // When
        person.blocks();
        // Then
        assertThat(friendship(person).blockedBy()).isTrue();
        assertThat(friendship(person).canDm()).isFalse();
        assertThat(user(person).receivesYourDm()).isFalse();
    }

    @Test
    void thereIsNoFriendshipWithNobody() {
        // Given // When
        var friendship = sandbox.brand().legacyUserDirectory().friendship(Sandbox.BRAND, sandbox.nobody());
        // Then
        failure(TargetUnknown.class, friendship);
    }

    private Friendship friendship(Person person) {
        return value(sandbox.brand().legacyUserDirectory().friendship(Sandbox.BRAND, person.id()));
    }

    private XUser user(Person person) {
        return value(sandbox.brand().users(ApiVersion.V2).byId(person.id()));
    }
}
