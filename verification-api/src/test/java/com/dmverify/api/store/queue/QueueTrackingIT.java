package com.dmverify.api.store.queue;

import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.TestVerifications.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.RealRedis;
import com.dmverify.api.TestPolicy;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Moment;
import com.dmverify.api.verification.NewVerification;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.TestVerifications;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Which committed changes put a verification into the queue of its account, and which take it out. The commands of the listener
 * and those of the test use one connection, and so they are executed in their order.
 */
class QueueTrackingIT {

    private static final Duration LONG = Duration.ofHours(1);

    private final HandMovedClock clock = new HandMovedClock();
    private final SendQueues queues =
            new SendQueues(RealRedis.redis(), clock, account -> true, LONG, Duration.ofSeconds(60));
    private final SendingAccount account =
            new SendingAccount(UUID.randomUUID().toString(), new Handle("brand"), new UserId("1"), 1);
    private final VerificationId id = VerificationId.random(new SecureRandom());
    private Verification state;

    /** The first command waits for the connection, and the next one would not wait for the first. */
    @BeforeAll
    static void connect() {
        RealRedis.redis().get("connected").blockOptional();
    }

    @Test
    void anOrderIsQueuedUntilItsReport() {
        open();
        assertThat(isQueued()).isTrue();

        report(1, Outcome.SENT, null);

        assertThat(isQueued()).isFalse();
    }

    @Test
    void aChangeThatOrdersNothingDoesNotMoveAnOrderToTheEnd() {
        // Given
        sendTwice();
        clock.advance(Duration.ofSeconds(1));
        queues.join(account.name(), "acme", VerificationId.random(new SecureRandom()))
                .block();
        clock.advance(Duration.ofSeconds(1));

        // When
        check(WRONG);

        // Then
        assertThat(queues.look(account.name(), List.of(id)).block().places()).containsEntry(id, 0L);
    }

    @Test
    void aSecondMessageIsQueuedUntilItIsRefused() {
        // Given
        sendTwice();
        assertThat(isQueued()).isTrue();

        // When: the code of the first one stays valid, so that there is no event
        report(2, Outcome.REFUSED, DeliveryReport.TARGET_CLOSED);

        // Then
        assertThat(isQueued()).isFalse();
    }

    @Test
    void aSecondMessageIsNotWaitedForAfterTheFirstCodeWasAccepted() {
        sendTwice();
        check(WRONG);
        assertThat(isQueued()).isTrue();

        check(RIGHT);

        assertThat(isQueued()).isFalse();
    }

    @Test
    void aSecondMessageIsNotWaitedForAfterAllTriesWereUsed() {
        sendTwice();

        for (int i = 0; i < 5; i++) {
            check(WRONG);
        }

        assertThat(isQueued()).isFalse();
    }

    @Test
    void aMessageThatWaitsForTheUserIsQueuedAgainWhenTheUserActs() {
        open();
        report(1, Outcome.REFUSED, DeliveryReport.TARGET_CLOSED);
        assertThat(isQueued()).isFalse();

        commit(verification -> verification.resume("followed", clock.instant(), now()));

        assertThat(isQueued()).isTrue();
    }

    @Test
    void aCanceledVerificationLeavesTheQueue() {
        open();

        commit(verification -> verification.cancel(now()));

        assertThat(isQueued()).isFalse();
    }

    @Test
    void anOptOutTakesAVerificationOutOfTheQueue() {
        open();

        commit(verification -> verification.optOut(new OptOut(OptOut.Kind.DECLINED, clock.instant()), now()));

        assertThat(isQueued()).isFalse();
    }

    @Test
    void anExpiredVerificationLeavesTheQueue() {
        open();
        clock.advance(Duration.ofMinutes(7));

        commit(verification -> verification.expire(now()));

        assertThat(isQueued()).isFalse();
    }

    private void sendTwice() {
        open();
        report(1, Outcome.SENT, null);
        clock.advance(Duration.ofSeconds(60));
        commit(verification -> verification.resend(false, "k1", now()));
    }

    private void open() {
        Target target = new Target(new Handle("alice"), null);
        NewVerification fresh = new NewVerification(id, TestVerifications.request(), target, account, "k1");
        committed(Verification.open(fresh, now()));
    }

    private void report(int dispatch, Outcome outcome, @Nullable String reason) {
        DeliveryReport report = new DeliveryReport(dispatch, outcome, reason, clock.instant(), null, null, null);
        commit(verification -> verification.report(report, now()));
    }

    private void check(String typed) {
        commit(verification -> verification.check(TestVerifications.isRight(typed), now()));
    }

    private void commit(Function<Verification, Change<?>> rule) {
        committed(rule.apply(state));
    }

    private void committed(Change<?> change) {
        assertThat(change.isEmpty()).isFalse();
        state = change.after();
        queues.committed(change, List.of());
    }

    private boolean isQueued() {
        return queues.look(account.name(), List.of(id)).block().places().containsKey(id);
    }

    private Moment now() {
        return new Moment(clock.instant(), TestPolicy.DEFAULT, null);
    }
}
