package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.Handle;
import com.dmverify.x.XError.TargetSuspended;
import com.dmverify.x.XError.TargetUnknown;
import com.dmverify.x.XUser;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looking up a user by handle and by id. */
class UsersIT {

    private static final Handle UNKNOWN = new Handle("no_such_user");

    private final Sandbox sandbox = Sandbox.shared();

    @ParameterizedTest
    @EnumSource
    void aHandleIsFoundInAnyCase(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.follower();
        Handle shouted = new Handle(person.handle().value().toUpperCase(Locale.ROOT));
        // When
        XUser found = value(sandbox.brand().users(apiVersion).byHandle(shouted));
        // Then
        assertThat(found.id()).isEqualTo(person.id());
        assertThat(found.handle().value()).isEqualTo(person.handle().value());
    }

    @ParameterizedTest
    @EnumSource
    void anIdResolvesToTheHandle(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        XUser found = value(sandbox.brand().users(apiVersion).byId(person.id()));
        // Then
        assertThat(found.handle()).isEqualTo(person.handle());
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownUserIsTargetUnknown(ApiVersion apiVersion) {
        // Given
        var users = sandbox.brand().users(apiVersion);
        // When // Then
        failure(TargetUnknown.class, users.byHandle(UNKNOWN));
        failure(TargetUnknown.class, users.byId(sandbox.unknownId()));
    }

    @ParameterizedTest
    @EnumSource
    void aSuspendedUserIsTargetSuspended(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.suspended();
        // When // Then
        failure(TargetSuspended.class, sandbox.brand().users(apiVersion).byHandle(person.handle()));
        failure(TargetSuspended.class, sandbox.brand().users(apiVersion).byId(person.id()));
    }

    @Test
    void aLookupOfManyOmitsUnknownAndSuspendedUsers() {
        // Given
        SandboxUser person = sandbox.follower();
        List<Handle> handles =
                List.of(person.handle(), UNKNOWN, sandbox.suspended().handle());
        // When
        var v1 = sandbox.brand().legacyUserDirectory().lookup(handles, List.of());
        var v2 = sandbox.brand().userDirectory().byHandles(handles);
        // Then
        assertThat(value(v1)).extracting(XUser::id).containsExactly(person.id());
        assertThat(value(v2)).extracting(XUser::id).containsExactly(person.id());
    }

    @Test
    void aLookupOfManyFindsUsersByTheirIds() {
        // Given
        SandboxUser one = sandbox.follower();
        SandboxUser other = sandbox.follower();
        // When
        var v1 = sandbox.brand().legacyUserDirectory().lookup(List.of(one.handle()), List.of(other.id()));
        var v2 = sandbox.brand().userDirectory().byIds(List.of(one.id(), other.id()));
        // Then
        assertThat(value(v1)).extracting(XUser::handle).containsExactlyInAnyOrder(one.handle(), other.handle());
        assertThat(value(v2)).extracting(XUser::handle).containsExactlyInAnyOrder(one.handle(), other.handle());
    }

    @Test
    void aLookupOfManyUnknownUsersIsTargetUnknown() {
        // Given
        List<Handle> handles = List.of(UNKNOWN, new Handle("nor_this"));
        // When // Then
        failure(TargetUnknown.class, sandbox.brand().legacyUserDirectory().lookup(handles, List.of()));
        failure(TargetUnknown.class, sandbox.brand().userDirectory().byHandles(handles));
    }
}
