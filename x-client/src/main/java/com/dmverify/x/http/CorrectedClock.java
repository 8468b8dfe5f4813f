package com.dmverify.x.http;

import com.dmverify.x.ClockOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Our clock, corrected by X's {@code Date}, and the offset of X's clock by the last response. */
final class CorrectedClock implements InstantSource {

    private final InstantSource ours;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<@Nullable ClockOffset> measured = new AtomicReference<>();

    CorrectedClock(InstantSource ours) {
        this.ours = ours;
    }

    @Override
    public Instant instant() {
        return ours.instant().plus(offset.get());
    }

    /** Our clock without the correction. */
    Instant uncorrected() {
        return ours.instant();
    }

    /** Measures the offset by the response to a request that we sent at this time. */
    void compare(Instant date, Instant asked) {
        measured.set(ClockOffset.of(date, asked, ours.instant()));
    }

    Optional<ClockOffset> measured() {
        return Optional.ofNullable(measured.get());
    }

    void isAt(Instant now) {
        offset.set(Duration.between(ours.instant(), now));
    }
}
