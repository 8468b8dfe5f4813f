package com.dmverify.sender.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmReason;
import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.account.Breaker.Entry;
import com.dmverify.sender.fixture.Orders;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final MutableClock clock = MutableClock.at(Orders.START);
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
                        DmReason.SENDER_RESTRICTED, "locked", Orders.START, Orders.START.plus(FIRST))));
    }

    @Test
    void aThrottleThatIsOverAlreadyIsAPauseThatGrowsWhileXGoesOn() {
        // Given
        Instant over = Orders.START.minusSeconds(1);

        // When
        AccountBlock first = breaker.throttle(over, "slow down");
        clock.set(first.nextTry());
        assertThat(breaker.enter()).isEqualTo(new Entry.Open(true));
        assertThat(breaker.enter()).isInstanceOf(Entry.Shut.class);
        AccountBlock second = breaker.throttle(over, "slow down");

        // Then
        assertThat(first.nextTry()).isEqualTo(Orders.START.plus(FIRST));
        assertThat(second.nextTry()).isEqualTo(clock.instant().plus(FIRST.multipliedBy(2)));
        assertThat(second.reason()).isNull();
    }

    @Test
    void aThrottleLastsAsLongAsXSays() {
        // Given
        Instant until = Orders.START.plusSeconds(90);

        // When
        AccountBlock throttle = breaker.throttle(until, "slow down");

        // Then
        assertThat(throttle.nextTry()).isEqualTo(until);
    }

    @Test
    void letsOneThroughWhenThePauseIsOver() {
        // Given
        breaker.trip(DmReason.SENDER_RESTRICTED, "locked");
        clock.advance(FIRST);

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
        clock.advance(FIRST);
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
        clock.set(breaker.block().orElseThrow().nextTry());
        assertThat(breaker.enter()).isEqualTo(new Entry.Open(true));
        return pauseAfterTrip();
    }

    private Duration pauseAfterTrip() {
        return Duration.between(
                clock.instant(),
                breaker.trip(DmReason.SENDER_RESTRICTED, "locked").nextTry());
    }
}
