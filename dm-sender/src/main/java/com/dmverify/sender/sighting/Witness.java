package com.dmverify.sender.sighting;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.UndecodableEventException;
import com.dmverify.schemas.UnknownSchemaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers X's word on messages that we sent; everything else that X tells is for others. */
public final class Witness {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    private final EventCodec codec;
    private final Sightings sightings;

    public Witness(EventCodec codec, Sightings sightings) {
        this.codec = codec;
        this.sightings = sightings;
    }

    /** One record of {@code x.activity}. What cannot be read is skipped: verification-api, which must not, buries it. */
    public void hear(byte[] record) {
        try {
            hear(codec.decode(record, ActivityRecorded.class));
        } catch (UndecodableEventException | UnknownSchemaException | IllegalArgumentException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("activity.unreadable");
        }
    }

    private void hear(ActivityRecorded activity) {
        String message = activity.getDmEventId();
        if (activity.getKind() == ActivityKind.DM_SENT && message != null) {
            Sighting sighting = new Sighting(message, activity.getOccurredAt());
            activity.getSentDigits().forEach(digest -> sightings.saw(digest, sighting));
        }
    }
}
