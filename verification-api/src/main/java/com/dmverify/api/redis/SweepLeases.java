package com.dmverify.api.redis;

import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives each sweep of a shard to one replica at a time. The lease only saves work: two replicas that sweep one shard do nothing
 * wrong. It is renewed by a completed pass alone, so that a replica whose sweep hangs loses it.
 */
public final class SweepLeases {

    private static final LuaScript TAKE = LuaScript.load(SweepLeases.class, "lease");

    private final Redis redis;
    private final String sweep;
    private final Duration length;
    private final byte[] replica = Redis.bytes(UUID.randomUUID().toString());

    /**
     * The leases of one sweep.
     *
     * @param sweep its name
     * @param length after which another replica may take a lease that was not renewed
     */
    public SweepLeases(Redis redis, String sweep, Duration length) {
        this.redis = redis;
        this.sweep = sweep;
        this.length = length;
    }

    /** The shards that are this replica's now: free ones are taken, but a lease that it has is not made longer. */
    public Flux<Integer> take() {
        return Flux.fromStream(() -> Shards.all().boxed())
                .flatMapSequential(
                        shard -> ask(shard, false).filter(mine -> mine == 1).map(mine -> shard), Shards.COUNT);
    }

    /** Renews the lease of a shard after a completed pass; nothing happens if another replica has it now. */
    public Mono<Void> completed(int shard) {
        return ask(shard, true).then();
    }

    private Mono<Long> ask(int shard, boolean renew) {
        return redis.run(
                TAKE,
                ScriptOutputType.INTEGER,
                List.of(Shards.lease(shard, sweep)),
                replica,
                Redis.bytes(length.toMillis()),
                Redis.bytes(renew ? 1 : 0));
    }
}
