package com.dmverify.support.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ListenerStateTest {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration DEAD = Duration.ofMinutes(10);

    private static final long START = 1_000;

    @Test
    void theWaitBeforeARestartDoublesUpToTheLongest() {
        ListenerState state = ListenerState.running(START);
        for (int wait : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            state = state.stopped(START, true);

            assertThat(state.isDue(START + seconds(wait) - 1, FIRST, LONGEST)).isFalse();
            assertThat(state.isDue(START + seconds(wait), FIRST, LONGEST)).isTrue();
            state = state.restarted(START);
        }
        assertThat(state.restarts()).isEqualTo(8);
    }

    @Test
    void aListenerThatDiedOfAnErrorIsDeadAfterTenMinutes() {
        ListenerState state = ListenerState.running(START).stopped(START, true);

        assertThat(state.isDead(START + seconds(599), DEAD)).isFalse();
        assertThat(state.isDead(START + seconds(600), DEAD)).isTrue();
    }

    @Test
    void restartsThatDoNotHelpDoNotHideThatItIsDead() {
        ListenerState state = ListenerState.running(START)
                .stopped(START, true)
                .restarted(START + seconds(1))
                .seenRunning(START + seconds(2), LONGEST)
                .stopped(START + seconds(3), true)
                .restarted(START + seconds(5))
                .seenRunning(START + seconds(6), LONGEST);

        assertThat(state.isDead(START + seconds(600), DEAD)).isTrue();
    }

    @Test
    void aListenerThatRunsForLongIsWellAgain() {
        ListenerState state = ListenerState.running(START)
                .stopped(START, true)
                .restarted(START + seconds(1))
                .seenRunning(START + seconds(61), LONGEST);

        assertThat(state.isDead(START + seconds(6_000), DEAD)).isFalse();
        assertThat(state.stopped(START, false).isDue(START + seconds(1), FIRST, LONGEST))
                .isTrue();
        assertThat(state.restarts()).isEqualTo(1);
    }

    /** Missing rights, for example: a new process would not help. */
    @Test
    void aListenerThatStoppedForAnotherReasonIsNotDead() {
        ListenerState state = ListenerState.running(START).stopped(START, false);

        assertThat(state.isDead(START + seconds(6_000), DEAD)).isFalse();
    }

    private static long seconds(int count) {
        return Duration.ofSeconds(count).toNanos();
    }
}
