package com.dmverify.sender.echo;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.schemas.EventCodec;

/** Remembers the echoes of messages that we sent, and ignores all other activities. */
public final class SentEchoRecorder {

    private final EventCodec codec;
    private final SentEchoes echoes;

    public SentEchoRecorder(EventCodec codec, SentEchoes echoes) {
        this.codec = codec;
        this.echoes = echoes;
    }

    /** One record of {@code x.activity}. Throws whatever its bytes make a decoder throw; its reader skips it then. */
    public void record(byte[] record) {
        record(codec.decode(record, ActivityRecorded.class));
    }

    private void record(ActivityRecorded activity) {
        String message = activity.getDmEventId();
        if (activity.getKind() == ActivityKind.DM_SENT && message != null) {
            MessageEvidence evidence = new MessageEvidence(message, activity.getOccurredAt());
            activity.getCodeFingerprints().forEach(digest -> echoes.saw(digest, evidence));
        }
    }
}
