package com.dmverify.sender.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final HandClock clock = new HandClock();
    private final Breaker breaker = new Breaker(clock, new Breaker.Pauses(FIRST, LONGEST));

    @Test
    void isClosedAtFirst() {
        assertThat(breaker.refusal()).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndWhenToComeBack() {
        // When
        breaker.trip("sender_restricted", "locked");

        // Then
        assertThat(breaker.refusal())
                .contains(new Trouble("sender_restricted", "locked", HandClock.START, HandClock.START.plus(FIRST)));
    }

    @Test
    void letsOneThroughWhenThePauseIsOver() {
        // Given
        breaker.trip("sender_restricted", "locked");
        clock.move(FIRST);

        // When
        boolean probe = breaker.refusal().isEmpty();

        // Then
        assertThat(probe).isTrue();
        assertThat(breaker.refusal()).isPresent();
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
        breaker.trip("sender_restricted", "locked");

        // When
        Duration pause = pauseAfterTrip();

        // Then
        assertThat(pause).isEqualTo(FIRST);
    }

    @Test
    void closesWhenXTakesACallAndBeginsAnew() {
        // Given
        breaker.trip("sender_restricted", "locked");
        failProbe();

        // When
        breaker.close();

        // Then
        assertThat(breaker.refusal()).isEmpty();
        assertThat(breaker.trouble()).isEmpty();
        assertThat(pauseAfterTrip()).isEqualTo(FIRST);
    }

    private Duration failProbe() {
        clock.moveTo(breaker.trouble().orElseThrow().nextTry());
        assertThat(breaker.refusal()).isEmpty();
        return pauseAfterTrip();
    }

    private Duration pauseAfterTrip() {
        return Duration.between(
                clock.instant(), breaker.trip("sender_restricted", "locked").nextTry());
    }
}
