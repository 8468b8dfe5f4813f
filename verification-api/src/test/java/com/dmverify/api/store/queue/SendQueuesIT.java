package com.dmverify.api.store.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.RealRedis;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

class SendQueuesIT {

    private static final Duration KEEP = Duration.ofMinutes(6);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ReactiveStringRedisTemplate redis = RealRedis.template();
    private final HandMovedClock clock = new HandMovedClock();
    private final SendQueues queues =
            new SendQueues(RealRedis.redis(), clock, account -> true, KEEP, Duration.ofSeconds(10));
    private final String account = UUID.randomUUID().toString();
    private final VerificationId first = VerificationId.random(RANDOM);
    private final VerificationId second = VerificationId.random(RANDOM);
    private final VerificationId third = VerificationId.random(RANDOM);

    @Test
    void whoCameFirstIsNext() {
        join(first);
        join(second);
        join(third);

        assertThat(places(third, first, second))
                .containsExactlyInAnyOrderEntriesOf(Map.of(first, 0L, second, 1L, third, 2L));
    }

    @Test
    void whoLeavesMakesWay() {
        join(first);
        join(second);

        queues.leave(account, "acme", first).block();

        assertThat(places(first, second)).containsExactlyEntriesOf(Map.of(second, 0L));
    }

    @Test
    void whoJoinsAgainIsLast() {
        join(first);
        join(second);

        join(first);

        assertThat(places(first, second)).containsEntry(second, 0L).containsEntry(first, 1L);
    }

    @Test
    void eachAccountHasItsOwnQueue() {
        join(first);

        assertThat(queues.look("another-" + account, List.of(first)).block().places())
                .isEmpty();
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsDroppedByWhoLooks() {
        // Given
        join(first);
        clock.advance(KEEP.minusMillis(2)); // joining took one
        join(second);
        assertThat(places(second)).containsEntry(second, 1L);

        // When
        clock.advance(Duration.ofMillis(1));

        // Then
        assertThat(places(first, second)).containsExactlyEntriesOf(Map.of(second, 0L));
    }

    @Test
    void aShortQueueIsSeenAsItIs() {
        Instant now = clock.instant();
        join(first);
        join(second);

        assertThat(queues.look(account, List.of()).block().joined())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(now, 1L, now.plusMillis(1), 2L)));
    }

    @Test
    void aLongQueueIsSeenInSteps() {
        Instant now = clock.instant();
        for (int i = 0; i < 200; i++) {
            join(VerificationId.random(RANDOM));
        }

        assertThat(queues.look(account, List.of()).block().joined())
                .hasSize(50)
                .containsEntry(now, 1L)
                .containsEntry(now.plusMillis(4), 5L)
                .containsEntry(now.plusMillis(196), 197L);
    }

    @Test
    void theQueueOfATenantIsItsPart() {
        join(first);
        queues.join(account, "other", second).block();
        queues.join(account, "other", third).block();

        assertThat(queues.count(account, "other").block()).isEqualTo(new TenantQueue(3, 2));
        assertThat(queues.count(account, "third").block()).isEqualTo(new TenantQueue(3, 0));
        queues.leave(account, "other", second).block();
        assertThat(queues.count(account, "other").block()).isEqualTo(new TenantQueue(2, 1));
        clock.advance(KEEP);
        assertThat(queues.count(account, "acme").block()).isEqualTo(new TenantQueue(1, 0));
    }

    @Test
    void theAccountOfOneTenantHasNoParts() {
        SendQueues ofOne = new SendQueues(RealRedis.redis(), clock, name -> false, KEEP, Duration.ofSeconds(10));

        ofOne.join(account, "acme", first).block();

        assertThat(ofOne.count(account, "acme").block()).isEqualTo(new TenantQueue(1, 0));
    }

    @Test
    void aHintThatFailsIsNone() {
        redis.opsForValue()
                .set("verification:queue:{" + account + "}", "not a queue", KEEP)
                .block();

        queues.join(account, "acme", first).block();
        queues.leave(account, "acme", first).block();

        assertThat(queues.look(account, List.of(first)).blockOptional()).isEmpty();
    }

    private void join(VerificationId id) {
        queues.join(account, "acme", id).block();
        clock.advance(Duration.ofMillis(1));
    }

    private Map<VerificationId, Long> places(VerificationId... ids) {
        return queues.look(account, List.of(ids)).block().places();
    }
}
