package com.dmverify.webhook.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.webhook.recovery.Watch.Period;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Duration GAP = Duration.ofMinutes(3);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:30Z");

    @Test
    void aShortGapIsNoOutage() {
        Watch watch = Watch.from(NOON).at(NOON.plus(GAP), GAP);

        assertThat(watch.outage()).isNull();
        assertThat(watch.until()).isEqualTo(NOON.plus(GAP));
        assertThat(watch.due(NOON.plus(Duration.ofHours(2)))).isEmpty();
    }

    @Test
    void anOutageIsDueWhenXReplaysItInWholeMinutes() {
        Instant end = NOON.plus(Duration.ofHours(1));
        Watch watch = Watch.from(NOON).at(end, GAP);

        assertThat(watch.outage()).isEqualTo(new Period(NOON, end));
        assertThat(watch.due(end.plus(Duration.ofMinutes(11)))).isEmpty();
        assertThat(watch.due(end.plus(Duration.ofMinutes(12))))
                .hasValue(new Period(Instant.parse("2026-11-20T12:00:00Z"), Instant.parse("2026-11-20T13:01:00Z")));
    }

    /** X wants a beginning that is 31 minutes ago. */
    @Test
    void aShortOutageWaitsUntilItsBeginningIsOldEnough() {
        Watch watch = Watch.from(NOON).at(NOON.plus(Duration.ofMinutes(5)), GAP);

        assertThat(watch.due(NOON.plus(Duration.ofMinutes(31)))).isEmpty();
        assertThat(watch.due(NOON.plus(Duration.ofMinutes(32)))).isPresent();
    }

    @Test
    void anOutageIsMadeUpForOnce() {
        Watch watch = Watch.from(NOON).at(NOON.plus(Duration.ofHours(1)), GAP).replayed("7");

        assertThat(watch.due(NOON.plus(Duration.ofHours(2)))).isEmpty();
        assertThat(watch.at(NOON.plus(Duration.ofMinutes(62)), GAP).replayId()).isEqualTo("7");
    }

    @Test
    void aSecondOutageBeforeTheReplayIsAPartOfTheFirst() {
        Instant second = NOON.plus(Duration.ofMinutes(70));
        Watch watch = Watch.from(NOON).at(NOON.plus(Duration.ofHours(1)), GAP).at(second, GAP);

        assertThat(watch.outage()).isEqualTo(new Period(NOON, second));
    }

    @Test
    void aSecondOutageAfterTheReplayIsAnother() {
        Instant first = NOON.plus(Duration.ofHours(1));
        Instant second = NOON.plus(Duration.ofHours(2));
        Watch watch = Watch.from(NOON).at(first, GAP).replayed("7").at(second, GAP);

        assertThat(watch.outage()).isEqualTo(new Period(first, second));
        assertThat(watch.replayId()).isNull();
    }

    @Test
    void whatXRemembersNoMoreIsNotAskedFor() {
        Instant end = NOON.plus(Duration.ofHours(30));
        Watch watch = Watch.from(NOON).at(end, GAP);
        Instant now = end.plus(Duration.ofMinutes(20));

        assertThat(watch.due(now)).hasValueSatisfying(period -> {
            assertThat(period.from()).isBetween(now.minus(Duration.ofHours(24)), now.minus(Duration.ofHours(23)));
            assertThat(period.isEmpty()).isFalse();
        });
        assertThat(watch.due(end.plus(Duration.ofHours(25))))
                .hasValueSatisfying(period -> assertThat(period.isEmpty()).isTrue());
    }
}
