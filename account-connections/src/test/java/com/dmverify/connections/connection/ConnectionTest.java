package com.dmverify.connections.connection;

import static com.dmverify.connections.cast.Accounts.LIFE;
import static com.dmverify.connections.cast.Accounts.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.connections.cast.Accounts;
import com.dmverify.connections.cast.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final Instant START = HandClock.START;
    private static final Instant END = START.plus(LIFE);
    private static final Instant DUE = END.minus(PATIENCE.before());
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Connection fresh = Accounts.connection(List.of("access", "refresh"), START);
    private final Connection asking = fresh.begun(DUE, PATIENCE);

    @Test
    void isRenewedBeforeItsEnd() {
        assertThat(fresh.due(DUE.minus(MOMENT), PATIENCE)).isFalse();
        assertThat(fresh.due(DUE, PATIENCE)).isTrue();
    }

    @Test
    void shortLivesAreNotRenewedAtOnce() {
        TokenPair minute = new TokenPair("a", "r", START, START.plusSeconds(60));

        assertThat(minute.renewAt(Duration.ofMinutes(10))).isEqualTo(START.plusSeconds(40));
    }

    @Test
    void whileAReplicaAsksNobodyElseDoes() {
        Instant leaseEnd = DUE.plus(PATIENCE.lease());

        assertThat(asking.due(leaseEnd.minus(MOMENT), PATIENCE)).isFalse();
        assertThat(asking.underWay(leaseEnd.minus(MOMENT))).isTrue();
        assertThat(asking.underWay(leaseEnd)).isFalse();
    }

    @Test
    void afterADeathNobodyAsksBeforeTheAccessTokensEnd() {
        assertThat(asking.due(END.minus(MOMENT), PATIENCE)).isFalse();
        assertThat(asking.due(END, PATIENCE)).isTrue();
    }

    @Test
    void aRefusalAfterADeathSaysWhatWasLost() {
        Connection again = asking.begun(END, PATIENCE);

        assertThat(again.refused("no", END).renewal())
                .isEqualTo(new Renewal.Refused("X's answer to a renewal was lost; now it says: no", END));
        assertThat(asking.refused("no", DUE).renewal()).isEqualTo(new Renewal.Refused("no", DUE));
    }

    @Test
    void whatWasNotDoneIsTriedAgainSoon() {
        Connection postponed = asking.postponed("away", DUE, PATIENCE);

        assertThat(postponed.due(DUE.plusSeconds(10).minus(MOMENT), PATIENCE)).isFalse();
        assertThat(postponed.due(DUE.plusSeconds(10), PATIENCE)).isTrue();
    }

    @Test
    void whatIsInDoubtWaitsForTheAccessTokensEnd() {
        Connection doubtful = asking.inDoubt("lost", DUE, PATIENCE);

        assertThat(doubtful.due(END.minus(MOMENT), PATIENCE)).isFalse();
        assertThat(doubtful.due(END, PATIENCE)).isTrue();
    }

    @Test
    void aDoubtStaysUntilXGivesTokens() {
        // Given
        Connection again = asking.inDoubt("lost", DUE, PATIENCE).begun(END, PATIENCE);

        // When
        Connection away = again.postponed("away", END, PATIENCE);

        // Then
        assertThat(away.renewal())
                .isEqualTo(new Renewal.Postponed(END.plusSeconds(20), new Trouble("away", DUE, 2, true)));
    }

    @Test
    void newTokensEndEveryTrouble() {
        TokenPair next = new TokenPair("a2", "r2", END, END.plus(LIFE));

        assertThat(asking.inDoubt("lost", DUE, PATIENCE).renewed(next))
                .isEqualTo(Connection.of(fresh.grant().with(next)));
    }

    @Test
    void whatXRefusedIsNeverTriedAgain() {
        assertThat(asking.refused("no", DUE).due(END.plus(LIFE), PATIENCE)).isFalse();
    }

    @Test
    void aRejectedTokenEndsAtOnce() {
        // Given
        Instant now = START.plusSeconds(300);

        // When
        Connection rejected = fresh.rejected(now);

        // Then
        assertThat(rejected.tokens().alive(now)).isFalse();
        assertThat(rejected.due(now, PATIENCE)).isTrue();
    }

    @Test
    void aRejectedTokenHasNothingToLoseByADoubt() {
        Connection doubtful = asking.inDoubt("lost", DUE, PATIENCE);

        assertThat(doubtful.rejected(DUE).due(DUE, PATIENCE)).isTrue();
        assertThat(asking.postponed("away", DUE, PATIENCE).rejected(DUE).due(DUE, PATIENCE))
                .isFalse();
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(List.of(PATIENCE.pause(1), PATIENCE.pause(2), PATIENCE.pause(3), PATIENCE.pause(1000)))
                .containsExactly(
                        Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofMinutes(5));
    }

    @Test
    void showsNoToken() {
        assertThat(fresh.toString())
                .doesNotContain("access,")
                .doesNotContain("refresh")
                .contains("tokens masked");
    }
}
