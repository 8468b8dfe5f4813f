package com.dmverify.sender.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmReason;
import com.dmverify.sender.account.Breaker.Entry;
import com.dmverify.sender.fixture.HandClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final HandClock clock = new HandClock();
    private final Breaker breaker = new Breaker(clock, new Breaker.Pauses(FIRST, LONGEST));

    @Test
    void isClosedAtFirst() {
        assertThat(breaker.enter()).isEqualTo(new Entry.Open(false));
    }

    @Test
    void saysWhatIsWrongAndWhenToComeBack() {
        // When
        breaker.trip(DmReason.SENDER_RESTRICTED, "locked");

        // Then
        assertThat(breaker.enter())
                .isEqualTo(new Entry.Shut(new AccountBlock(
                        DmReason.SENDER_RESTRICTED, "locked", HandClock.START, HandClock.START.plus(FIRST))));
    }

    @Test
    void aThrottleThatIsOverAlreadyIsAPauseThatGrowsWhileXGoesOn() {
        // Given
        Instant over = HandClock.START.minusSeconds(1);

        // When
        AccountBlock first = breaker.throttle(over, "slow down");
        clock.moveTo(first.nextTry());
        assertThat(breaker.enter()).isEqualTo(new Entry.Open(true));
        assertThat(breaker.enter()).isInstanceOf(Entry.Shut.class);
        AccountBlock second = breaker.throttle(over, "slow down");

        // Then
        assertThat(first.nextTry()).isEqualTo(HandClock.START.plus(FIRST));
        assertThat(second.nextTry()).isEqualTo(clock.instant().plus(FIRST.multipliedBy(2)));
        assertThat(second.reason()).isNull();
    }

    @Test
    void aThrottleLastsAsLongAsXSays() {
        // Given
        Instant until = HandClock.START.plusSeconds(90);

        // When
        AccountBlock throttle = breaker.throttle(until, "slow down");

        // Then
        assertThat(throttle.nextTry()).isEqualTo(until);
    }

    @Test
    void letsOneThroughWhenThePauseIsOver() {
        // Given
        breaker.trip(DmReason.SENDER_RESTRICTED, "locked");
        clock.move(FIRST);

        // When
        Entry probe = breaker.enter();

        // Then
        assertThat(probe).isEqualTo(new Entry.Open(true));
        assertThat(breaker.enter()).isInstanceOf(Entry.Shut.class);
    }

    @Test
    void aProbeThatLearnedNothingIsFollowedByAnother() {
        // Given
        breaker.trip(DmReason.SENDER_RESTRICTED, "locked");
        clock.move(FIRST);
        breaker.enter();

        // When
        breaker.unproven();

        // Then
        assertThat(breaker.enter()).isEqualTo(new Entry.Open(true));
        assertThat(pauseAfterTrip()).isEqualTo(FIRST.multipliedBy(2));
    }

    @Test
    void aProbeThatFailedIsNoLongerUnproven() {
        // Given
        breaker.trip(DmReason.SENDER_RESTRICTED, "locked");
        failProbe();

        // When
        breaker.unproven();

        // Then
        assertThat(breaker.enter()).isInstanceOf(Entry.Shut.class);
    }

    @Test
    void everyProbeThatFailsDoublesThePauseUpToTheLongest() {
        // Given
        assertThat(pauseAfterTrip()).isEqualTo(FIRST);

        // When
        Duration second = failProbe();
        Duration third = failProbe();

        // Then
        assertThat(second).isEqualTo(FIRST.multipliedBy(2));
        assertThat(third).isEqualTo(LONGEST);
    }

    @Test
    void answersToCallsThatWereUnderWayTogetherAreOneTrouble() {
        // Given
        breaker.trip(DmReason.SENDER_RESTRICTED, "locked");

        // When
        Duration pause = pauseAfterTrip();

        // Then
        assertThat(pause).isEqualTo(FIRST);
    }

    @Test
    void closesWhenXTakesACallAndBeginsAnew() {
        // Given
        breaker.trip(DmReason.SENDER_RESTRICTED, "locked");
        failProbe();

        // When
        breaker.close();

        // Then
        assertThat(breaker.enter()).isEqualTo(new Entry.Open(false));
        assertThat(breaker.block()).isEmpty();
        assertThat(pauseAfterTrip()).isEqualTo(FIRST);
    }

    private Duration failProbe() {
        clock.moveTo(breaker.block().orElseThrow().nextTry());
        assertThat(breaker.enter()).isEqualTo(new Entry.Open(true));
        return pauseAfterTrip();
    }

    private Duration pauseAfterTrip() {
        return Duration.between(
                clock.instant(),
                breaker.trip(DmReason.SENDER_RESTRICTED, "locked").nextTry());
    }
}
