package com.dmverify.x.wire;

import com.dmverify.x.ClockOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Our clock, moved by what X told us of its own, and the offset between both as the last answer showed it. */
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

    /** Our clock as it is. */
    Instant uncorrected() {
        return ours.instant();
    }

    /** Compares both clocks by an answer that was asked for at this time of ours. */
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
