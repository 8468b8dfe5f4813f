package com.dmverify.connections.connection;

import static com.dmverify.connections.fixtures.Accounts.LIFE;
import static com.dmverify.connections.fixtures.Accounts.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.connections.fixtures.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final Instant START = Accounts.START;
    private static final Instant END = START.plus(LIFE);
    private static final Instant DUE = END.minus(POLICY.before());
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Connection fresh = Accounts.connection(List.of("access", "refresh"), START);
    private final Connection asking = fresh.started(DUE, POLICY);

    @Test
    void aTokenIsDueBeforeItsEnd() {
        assertThat(fresh.due(DUE.minus(MOMENT), POLICY)).isFalse();
        assertThat(fresh.due(DUE, POLICY)).isTrue();
    }

    @Test
    void aShortLivedTokenIsNotDueAtOnce() {
        TokenPair minute = new TokenPair("a", "r", START, START.plusSeconds(60));

        assertThat(minute.refreshAt(Duration.ofMinutes(10))).isEqualTo(START.plusSeconds(40));
    }

    @Test
    void aRefreshInProgressIsNotDue() {
        Instant leaseEnd = DUE.plus(POLICY.lease());

        assertThat(asking.due(leaseEnd.minus(MOMENT), POLICY)).isFalse();
        assertThat(asking.inProgress(leaseEnd.minus(MOMENT))).isTrue();
        assertThat(asking.inProgress(leaseEnd)).isFalse();
    }

    @Test
    void afterACrashTheRefreshIsDueAtTheEndOfTheAccessToken() {
        assertThat(asking.due(END.minus(MOMENT), POLICY)).isFalse();
        assertThat(asking.due(END, POLICY)).isTrue();
    }

    @Test
    void aRefusalAfterACrashNamesTheLostResponse() {
        Connection again = asking.started(END, POLICY);

        assertThat(again.refused("no", END).refresh())
                .isEqualTo(new RefreshState.Refused(Connection.LOST + "; now it says: no", END));
        assertThat(asking.refused("no", DUE).refresh()).isEqualTo(new RefreshState.Refused("no", DUE));
    }

    @Test
    void aRefreshWithoutEffectIsTriedAgainSoon() {
        Connection postponed = asking.postponed("away", DUE, POLICY);

        assertThat(postponed.due(DUE.plusSeconds(10).minus(MOMENT), POLICY)).isFalse();
        assertThat(postponed.due(DUE.plusSeconds(10), POLICY)).isTrue();
    }

    @Test
    void aRefreshInDoubtIsTriedAgainAtTheEndOfTheAccessToken() {
        Connection inDoubt = asking.inDoubt("lost", DUE, POLICY);

        assertThat(inDoubt.due(END.minus(MOMENT), POLICY)).isFalse();
        assertThat(inDoubt.due(END, POLICY)).isTrue();
    }

    @Test
    void anUnknownOutcomeStaysUntilXIssuesTokens() {
        // Given
        Connection again = asking.inDoubt("lost", DUE, POLICY).started(END, POLICY);

        // When
        Connection away = again.postponed("away", END, POLICY);

        // Then
        assertThat(away.refresh())
                .isEqualTo(new RefreshState.Postponed(END.plusSeconds(20), new RefreshFailure("away", DUE, 2, true)));
    }

    @Test
    void newTokensEndEveryFailure() {
        TokenPair next = new TokenPair("a2", "r2", END, END.plus(LIFE));

        assertThat(asking.inDoubt("lost", DUE, POLICY).refreshed(next))
                .isEqualTo(Connection.of(fresh.grant().with(next)));
    }

    @Test
    void aRefusedRefreshIsNeverDue() {
        assertThat(asking.refused("no", DUE).due(END.plus(LIFE), POLICY)).isFalse();
    }

    @Test
    void aRejectedTokenExpiresAtOnce() {
        // Given
        Instant now = START.plusSeconds(300);

        // When
        Connection rejected = fresh.rejected(now);

        // Then
        assertThat(rejected.tokens().alive(now)).isFalse();
        assertThat(rejected.due(now, POLICY)).isTrue();
    }

    @Test
    void aRejectedTokenInDoubtIsRefreshedAtOnce() {
        Connection inDoubt = asking.inDoubt("lost", DUE, POLICY);

        assertThat(inDoubt.rejected(DUE).due(DUE, POLICY)).isTrue();
        assertThat(asking.postponed("away", DUE, POLICY).rejected(DUE).due(DUE, POLICY))
                .isFalse();
    }

    @Test
    void theBackOffDoublesUpToTheLongest() {
        assertThat(List.of(POLICY.pause(1), POLICY.pause(2), POLICY.pause(3), POLICY.pause(1000)))
                .containsExactly(
                        Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofMinutes(5));
    }

    @Test
    void toStringMasksTokens() {
        assertThat(fresh.grant().toString())
                .doesNotContain("access,")
                .doesNotContain("refresh")
                .contains("tokens masked");
    }
}
