package com.dmverify.sender.sighting;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.schemas.EventCodec;

/** Remembers X's word on messages that we sent; everything else that X tells is for others. */
public final class Witness {

    private final EventCodec codec;
    private final Sightings sightings;

    public Witness(EventCodec codec, Sightings sightings) {
        this.codec = codec;
        this.sightings = sightings;
    }

    /** One record of {@code x.activity}. Throws whatever its bytes make a decoder throw; its reader skips it then. */
    public void hear(byte[] record) {
        hear(codec.decode(record, ActivityRecorded.class));
    }

    private void hear(ActivityRecorded activity) {
        String message = activity.getDmEventId();
        if (activity.getKind() == ActivityKind.DM_SENT && message != null) {
            Sighting sighting = new Sighting(message, activity.getOccurredAt());
            activity.getCodeFingerprints().forEach(digest -> sightings.saw(digest, sighting));
        }
    }
}
