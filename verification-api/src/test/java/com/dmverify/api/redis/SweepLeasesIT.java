package com.dmverify.api.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.api.RealRedis;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** Which replica sweeps which shard, on a real Redis. */
class SweepLeasesIT {

    private static final Duration LONG = Duration.ofHours(1);

    private final ReactiveStringRedisTemplate template = RealRedis.template();
    private final String sweep = UUID.randomUUID().toString();
    private final SweepLeases one = new SweepLeases(RealRedis.redis(), sweep, LONG);
    private final SweepLeases other = new SweepLeases(RealRedis.redis(), sweep, LONG);

    @Test
    void oneReplicaHasAllShardsThatAreFree() {
        assertThat(shards(one)).containsExactlyElementsOf(Shards.all().boxed().toList());
    }

    @Test
    void aShardIsSweptByOneReplica() {
        shards(one);

        assertThat(shards(other)).isEmpty();
        assertThat(shards(one)).hasSize(Shards.COUNT);
    }

    @Test
    void eachSweepHasItsOwnLeases() {
        shards(one);

        SweepLeases otherSweep =
                new SweepLeases(RealRedis.redis(), UUID.randomUUID().toString(), LONG);

        assertThat(shards(otherSweep)).hasSize(Shards.COUNT);
    }

    @Test
    void aLeaseThatEndedIsTakenByAnotherReplica() {
        shards(one);
        template.delete(Shards.lease(5, sweep)).block();

        assertThat(shards(other)).containsExactly(5);
        assertThat(shards(one)).hasSize(Shards.COUNT - 1).doesNotContain(5);
    }

    @Test
    void aLeaseThatIsNotRenewedEndsByItself() {
        SweepLeases brief = new SweepLeases(RealRedis.redis(), sweep, Duration.ofMillis(50));
        shards(brief);

        await().until(() -> shards(other).contains(5));
    }

    @Test
    void askingAgainDoesNotRenewALease() {
        shards(one);
        template.expire(Shards.lease(5, sweep), Duration.ofMinutes(1)).block();

        shards(one);

        assertThat(life(5)).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aCompletedPassRenewsTheLeaseOfItsShard() {
        shards(one);
        template.expire(Shards.lease(5, sweep), Duration.ofMinutes(1)).block();
        template.expire(Shards.lease(6, sweep), Duration.ofMinutes(1)).block();

        one.completed(5).block();

        assertThat(life(5)).isGreaterThan(Duration.ofMinutes(59));
        assertThat(life(6)).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aPassThatEndsAfterItsLeaseTakesNothingFromAnotherReplica() {
        shards(one);
        template.delete(Shards.lease(5, sweep)).block();
        shards(other);
        template.expire(Shards.lease(5, sweep), Duration.ofMinutes(1)).block();

        one.completed(5).block();

        assertThat(life(5)).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(shards(other)).containsExactly(5);
    }

    private Duration life(int shard) {
        return template.getExpire(Shards.lease(shard, sweep)).block();
    }

    private static List<Integer> shards(SweepLeases leases) {
        return leases.take().collectList().block();
    }
}
