package com.dmverify.api.outbox;

import com.dmverify.api.redis.Shards;
import reactor.core.publisher.Flux;

/** The streams of the outbox: of each shard one for its verifications and one for its opt-outs. */
public final class OutboxStreams {

    private OutboxStreams() {}

    /** Both streams of a shard. */
    static Flux<String> of(int shard) {
        return Flux.just(ofVerifications(shard), ofOptOuts(shard));
    }

    public static String ofVerifications(int shard) {
        return Shards.outbox(shard);
    }

    public static String ofOptOuts(int shard) {
        return "opt-out:{" + shard + "}:outbox";
    }
}
