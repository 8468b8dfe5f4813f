package com.dmverify.sender.echo;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.fixture.Orders;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentEchoRecorderTest {

    private final EventCodec codec = new EventCodec();
    private final SentEchoes echoes = new InMemorySentEchoes();
    private final SentEchoRecorder recorder = new SentEchoRecorder(codec, echoes);

    @Test
    void xsWordOnAMessageOfOursIsRemembered() {
        // When
        recorder.record(codec.encode(activity(ActivityKind.DM_SENT)));

        // Then
        assertThat(echoes.of("digest")).contains(new MessageEvidence("954491830116155396", Orders.START));
    }

    @ParameterizedTest
    @EnumSource(value = ActivityKind.class, names = "DM_SENT", mode = EnumSource.Mode.EXCLUDE)
    void everythingElseIsForOthers(ActivityKind kind) {
        // When
        recorder.record(codec.encode(activity(kind)));

        // Then
        assertThat(echoes.of("digest")).isEmpty();
    }

    private static ActivityRecorded activity(ActivityKind kind) {
        return ActivityRecorded.newBuilder()
                .setActivityId("954491830116155396")
                .setKind(kind)
                .setApp("default")
                .setDmEventId("954491830116155396")
                .setOccurredAt(Orders.START)
                .setReceivedAt(Orders.START)
                .setRaw("{}")
                .setCodeFingerprints(List.of("digest"))
                .build();
    }
}
