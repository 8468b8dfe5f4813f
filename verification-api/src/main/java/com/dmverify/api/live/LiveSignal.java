package com.dmverify.api.live;

import com.dmverify.api.store.VersionedVerification;

/** What a stream carries. */
public sealed interface LiveSignal {

    /** The verification has this state now. */
    record State(VersionedVerification state) implements LiveSignal {}

    /** Nothing has changed, and the stream is open. */
    record HeartBeat() implements LiveSignal {}
}
