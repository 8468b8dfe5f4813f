package com.dmverify.sender.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.cast.HandClock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WitnessTest {

    private final EventCodec codec = new EventCodec();
    private final Sightings sightings = new InMemorySightings();
    private final Witness witness = new Witness(codec, sightings);

    @Test
    void xsWordOnAMessageOfOursIsRemembered() {
        // When
        witness.hear(codec.encode(activity(ActivityKind.DM_SENT)));

        // Then
        assertThat(sightings.of("digest")).contains(new Sighting("954491830116155396", HandClock.START));
    }

    @ParameterizedTest
    @EnumSource(value = ActivityKind.class, names = "DM_SENT", mode = EnumSource.Mode.EXCLUDE)
    void everythingElseIsForOthers(ActivityKind kind) {
        // When
        witness.hear(codec.encode(activity(kind)));

        // Then
        assertThat(sightings.of("digest")).isEmpty();
    }

    private static ActivityRecorded activity(ActivityKind kind) {
        return ActivityRecorded.newBuilder()
                .setActivityId("954491830116155396")
                .setKind(kind)
                .setApp("default")
                .setDmEventId("954491830116155396")
                .setOccurredAt(HandClock.START)
                .setReceivedAt(HandClock.START)
                .setRaw("{}")
                .setCodeFingerprints(List.of("digest"))
                .build();
    }
}
