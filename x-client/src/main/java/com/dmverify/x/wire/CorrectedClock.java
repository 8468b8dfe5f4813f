package com.dmverify.x.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Our clock, moved by what X told us of its own. */
final class CorrectedClock implements InstantSource {

    private final InstantSource ours;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    CorrectedClock(InstantSource ours) {
        this.ours = ours;
    }

    @Override
    public Instant instant() {
        return ours.instant().plus(offset.get());
    }

    void isAt(Instant now) {
        offset.set(Duration.between(ours.instant(), now));
    }
}
