package com.dmverify.api.store.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.RealRedis;
import com.dmverify.api.TestPolicy;
import com.dmverify.api.store.InMemoryVerificationStore;
import com.dmverify.api.store.NewVerification;
import com.dmverify.api.store.NextCode;
import com.dmverify.api.store.ResendRequest;
import com.dmverify.api.store.Verdict;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** Who is in the queue is who waits for a message. */
class QueueTrackingStoreIT {

    private static final Duration LONG = Duration.ofHours(1);

    private final ReactiveStringRedisTemplate redis = RealRedis.template();
    private final HandMovedClock clock = new HandMovedClock();
    private final SendQueues queues = new SendQueues(redis, clock, LONG, Duration.ofSeconds(10));
    private final QueueTrackingStore store =
            new QueueTrackingStore(new InMemoryVerificationStore(TestPolicy.DEFAULT, clock), queues);
    private final SendingAccount account =
            new SendingAccount(UUID.randomUUID().toString(), new Handle("brand"), new UserId("1"), 1);
    private final VerificationId id = VerificationId.random(new SecureRandom());

    @Test
    void anOrderQueuesUntilItsReport() {
        open();
        assertThat(isQueued()).isTrue();

        settle(1, Outcome.SENT, null);

        assertThat(isQueued()).isFalse();
    }

    @Test
    void aSecondStartDoesNotGoToTheEnd() {
        // Given
        open();
        clock.advance(Duration.ofSeconds(1));
        queues.join(account.name(), VerificationId.random(new SecureRandom())).block();
        clock.advance(Duration.ofSeconds(1));

        // When
        open();

        // Then
        assertThat(queues.look(account.name(), List.of(id)).block().places()).containsEntry(id, 0L);
    }

    @Test
    void aSecondMessageQueuesUntilItIsRefused() {
        // Given
        sendTwice();
        assertThat(isQueued()).isTrue();

        // When: the first one's code stays good, so that nothing is told
        settle(2, Outcome.REFUSED, "target_closed");

        // Then
        assertThat(isQueued()).isFalse();
    }

    @Test
    void whoTypesTheFirstCodeWaitsForNoSecond() {
        sendTwice();
        assertThat(guess("wrong")).isEqualTo(Verdict.INCORRECT);
        assertThat(isQueued()).isTrue();

        assertThat(guess("right")).isEqualTo(Verdict.APPROVED);

        assertThat(isQueued()).isFalse();
    }

    @Test
    void whoUsedUpAllTriesWaitsForNoMessage() {
        sendTwice();

        for (int i = 0; i < 5; i++) {
            guess("wrong");
        }

        assertThat(isQueued()).isFalse();
    }

    @Test
    void whoHasToActFirstQueuesAgainThen() {
        open();
        settle(1, Outcome.REFUSED, "target_closed");
        assertThat(isQueued()).isFalse();

        store.resume(id, "followed", clock.instant()).block();

        assertThat(isQueued()).isTrue();
    }

    @Test
    void whatIsCanceledLeaves() {
        open();

        store.cancel(id, "acme").block();

        assertThat(isQueued()).isFalse();
    }

    @Test
    void whatThePersonRefusesLeaves() {
        open();

        store.refuse(id, new OptOut(OptOut.Kind.DECLINED, clock.instant())).block();

        assertThat(isQueued()).isFalse();
    }

    @Test
    void whatIsOverLeaves() {
        open();
        clock.advance(Duration.ofMinutes(7));

        store.expire(id).block();

        assertThat(isQueued()).isFalse();
    }

    @Test
    void whatIsNotThereIsNotMissed() {
        assertThat(store.expire(id).block().verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(store.find(id).block().verdict()).isEqualTo(Verdict.NOT_FOUND);
        assertThat(store.due().collectList().block()).isEmpty();
    }

    private void sendTwice() {
        open();
        settle(1, Outcome.SENT, null);
        clock.advance(Duration.ofSeconds(60));
        store.resend(id, "acme", new ResendRequest(new NextCode(1, "k1", "next"), false, null))
                .block();
    }

    private void open() {
        store.open(new NewVerification(
                        id,
                        new Request("acme", "en", null, null, Map.of()),
                        new Target(new Handle("alice"), null),
                        account,
                        "k1",
                        "right",
                        null,
                        null))
                .block();
    }

    private void settle(int dispatch, Outcome outcome, @Nullable String reason) {
        store.settle(id, new DeliveryReport(dispatch, outcome, reason, clock.instant(), null, null, null))
                .block();
    }

    private Verdict guess(String digest) {
        return store.attempt(id, "acme", Map.of("k1", digest)).block().verdict();
    }

    private boolean isQueued() {
        return queues.look(account.name(), List.of(id)).block().places().containsKey(id);
    }
}
