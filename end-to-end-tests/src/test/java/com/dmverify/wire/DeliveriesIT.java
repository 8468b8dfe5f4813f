package com.dmverify.wire;

import static com.dmverify.wire.Outcome.value;
import static com.dmverify.wire.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.webhook.Activity;
import com.dmverify.x.webhook.Activity.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What X delivers is sealed, and says the same in both families of payloads. */
class DeliveriesIT {

    private final Sandbox sandbox = Sandbox.shared();
    private final Person person = sandbox.follower();

    /** Told apart by what only one of them has. */
    enum Family {
        ACCOUNT_ACTIVITY,
        X_ACTIVITY;

        boolean has(Receiver.Told told) {
            return told.accountActivity() == (this == ACCOUNT_ACTIVITY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMessageToUs(Family family) {
        // Given // When
        String id = person.writes("It is me");
        // Then
        Activity activity = heard(family, Kind.DM_RECEIVED);
        assertThat(activity.accountId()).isEqualTo(Sandbox.BRAND);
        assertThat(activity.otherHandle()).isEqualTo(person.handle());
        assertThat(activity.dmEventId()).isEqualTo(id);
        assertThat(activity.text()).isEqualTo("It is me");
    }

    @ParameterizedTest
    @EnumSource
    void aMessageOfOursWithoutItsText(Family family) {
        // Given // When
        String id = send("Your code is 493021");
        // Then
        Activity activity = heard(family, Kind.DM_SENT);
        assertThat(activity.dmEventId()).isEqualTo(id);
        assertThat(activity.text()).isNull();
        assertThat(activity.raw()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aMessageOfOursWasRead(Family family) {
        // Given
        String id = send("Your code is 493021");
        // When
        person.reads();
        // Then
        assertThat(heard(family, Kind.DM_READ).dmEventId()).isEqualTo(id);
    }

    @ParameterizedTest
    @EnumSource
    void somebodyFollows(Family family) {
        // Given
        person.unfollows();
        // When
        person.follows();
        // Then
        assertThat(heard(family, Kind.FOLLOW).otherHandle()).isEqualTo(person.handle());
    }

    @ParameterizedTest
    @EnumSource
    void somebodyFollowsNoLonger(Family family) {
        // Given // When
        person.unfollows();
        // Then
        assertThat(heard(family, Kind.UNFOLLOW).accountId()).isEqualTo(Sandbox.BRAND);
    }

    private String send(String text) {
        return value(sandbox.brand().directMessages(ApiVersion.V2).send(person.id(), text))
                .eventId();
    }

    private Activity heard(Family family, Kind kind) {
        await(family + " tells of " + kind).until(() -> !told(family, kind).isEmpty());
        return told(family, kind).getFirst();
    }

    private List<Activity> told(Family family, Kind kind) {
        return sandbox.receiver().toldAbout(person).stream()
                .filter(told -> told.activity().kind() == kind && family.has(told))
                .map(Receiver.Told::activity)
                .toList();
    }
}
