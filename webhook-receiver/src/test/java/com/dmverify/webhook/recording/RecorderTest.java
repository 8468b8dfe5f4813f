package com.dmverify.webhook.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.webhook.recording.FakeActivityLog.Behaviour;
import com.dmverify.x.UserId;
import com.dmverify.x.webhook.Activity;
import com.dmverify.x.webhook.Activity.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecorderTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final FakeActivityLog log = new FakeActivityLog();
    private Instant now = NOON;
    private final Recorder recorder = log.recorder(() -> now);

    @Test
    void newActivitiesAreRecordedInOrder() throws Exception {
        // When
        int fresh = recorder.record(List.of(activity("1"), activity("2")));

        // Then
        assertThat(fresh).isEqualTo(2);
        assertThat(log.appended()).containsExactly(activity("1"), activity("2"));
    }

    @Test
    void aKnownActivityIsNotRecordedAgain() throws Exception {
        // Given
        recorder.record(List.of(activity("1")));

        // When
        int fresh = recorder.record(List.of(activity("1"), activity("2"), activity("2")));

        // Then
        assertThat(fresh).isEqualTo(1);
        assertThat(log.appended()).containsExactly(activity("1"), activity("2"));
    }

    @Test
    void theSameMessageForAnotherAccountOrAppIsAnotherActivity() throws Exception {
        // When
        recorder.record(List.of(activity("app", "10", "1"), activity("app", "20", "1"), activity("other", "10", "1")));

        // Then
        assertThat(log.appended()).hasSize(3);
    }

    @Test
    void anExpiredActivityIsRecordedAgain() throws Exception {
        // Given
        recorder.record(List.of(activity("1")));
        now = NOON.plus(Duration.ofHours(1)).plusMillis(1);

        // When
        int fresh = recorder.record(List.of(activity("1")));

        // Then
        assertThat(fresh).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = "ACKNOWLEDGES", mode = EnumSource.Mode.EXCLUDE)
    void aDeliveryWithoutAllAcknowledgementsIsNotRecorded(Behaviour trouble) {
        // Given
        log.behaveAfter(1, trouble);

        // When
        assertThatExceptionOfType(NotRecordedException.class)
                .isThrownBy(() -> recorder.record(List.of(activity("1"), activity("2"))));

        // Then
        assertThat(log.appended()).containsExactly(activity("1"));
    }

    @Test
    void theNextDeliveryRecordsTheMissingActivities() throws Exception {
        // Given
        log.behaveAfter(1, Behaviour.REFUSES);
        assertThatExceptionOfType(NotRecordedException.class)
                .isThrownBy(() -> recorder.record(List.of(activity("1"), activity("2"))));
        log.acknowledge();

        // When
        recorder.record(List.of(activity("1"), activity("2")));

        // Then
        assertThat(log.appended()).containsExactly(activity("1"), activity("2"));
    }

    @Test
    void theKeyIsTheOtherPartyOrTheAccountOrUnknown() {
        assertThat(activity("app", "10", "1").key()).isEqualTo("30");
        assertThat(of("app", new UserId("10"), null, "1").key()).isEqualTo("10");
        assertThat(of("app", null, null, "1").key()).isEqualTo("unknown");
    }

    private static ReceivedActivity activity(String id) {
        return activity("app", "10", id);
    }

    private static ReceivedActivity activity(String app, String account, String id) {
        return of(app, new UserId(account), new UserId("30"), id);
    }

    static ReceivedActivity of(String app, @Nullable UserId account, @Nullable UserId other, String id) {
        Activity activity = new Activity(id, Kind.DM_RECEIVED, account, other, null, id, "hello", NOON, "{}");
        return new ReceivedActivity(app, activity, NOON);
    }
}
