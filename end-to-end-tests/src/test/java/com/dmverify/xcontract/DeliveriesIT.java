package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.value;
import static com.dmverify.xcontract.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.webhook.Activity;
import com.dmverify.x.webhook.Activity.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deliveries are signed and have the same content in both payload formats. */
class DeliveriesIT {

    private final Sandbox sandbox = Sandbox.shared();
    private final SandboxUser person = sandbox.follower();

    /** The two payload formats of X. */
    enum PayloadFormat {
        ACCOUNT_ACTIVITY,
        X_ACTIVITY;

        boolean has(TestWebhook.ParsedDelivery deliveries) {
            return deliveries.accountActivity() == (this == ACCOUNT_ACTIVITY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReceivedMessageIsDelivered(PayloadFormat format) {
        // Given // When
        String id = person.writes("It is me");
        // Then
        Activity activity = awaitActivity(format, Kind.DM_RECEIVED);
        assertThat(activity.accountId()).isEqualTo(Sandbox.BRAND);
        assertThat(activity.otherHandle()).isEqualTo(person.handle());
        assertThat(activity.dmEventId()).isEqualTo(id);
        assertThat(activity.text()).isEqualTo("It is me");
    }

    @ParameterizedTest
    @EnumSource
    void aSentMessageIsDeliveredWithoutItsText(PayloadFormat format) {
        // Given // When
        String id = send("Your code is 493021");
        // Then
        Activity activity = awaitActivity(format, Kind.DM_SENT);
        assertThat(activity.dmEventId()).isEqualTo(id);
        assertThat(activity.text()).isNull();
        assertThat(activity.raw()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aReadReceiptIsDelivered(PayloadFormat format) {
        // Given
        String id = send("Your code is 493021");
        // When
        person.reads();
        // Then
        assertThat(awaitActivity(format, Kind.DM_READ).dmEventId()).isEqualTo(id);
    }

    @ParameterizedTest
    @EnumSource
    void aFollowIsDelivered(PayloadFormat format) {
        // Given
        person.unfollows();
        // When
        person.follows();
        // Then
        assertThat(awaitActivity(format, Kind.FOLLOW).otherHandle()).isEqualTo(person.handle());
    }

    @ParameterizedTest
    @EnumSource
    void anUnfollowIsDelivered(PayloadFormat format) {
        // Given // When
        person.unfollows();
        // Then
        assertThat(awaitActivity(format, Kind.UNFOLLOW).accountId()).isEqualTo(Sandbox.BRAND);
    }

    private String send(String text) {
        return value(sandbox.brand().directMessages(ApiVersion.V2).send(person.id(), text))
                .eventId();
    }

    private Activity awaitActivity(PayloadFormat format, Kind kind) {
        await(format + " delivers " + kind)
                .until(() -> !deliveries(format, kind).isEmpty());
        return deliveries(format, kind).getFirst();
    }

    private List<Activity> deliveries(PayloadFormat format, Kind kind) {
        return sandbox.receiver().deliveriesAbout(person).stream()
                .filter(deliveries -> deliveries.activity().kind() == kind && format.has(deliveries))
                .map(TestWebhook.ParsedDelivery::activity)
                .toList();
    }
}
