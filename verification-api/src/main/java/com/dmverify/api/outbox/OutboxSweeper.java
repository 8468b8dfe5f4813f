package com.dmverify.api.outbox;

import com.dmverify.api.redis.SweepLeases;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/** Hands records that a crash or an absent Kafka left in the outbox to the relay. One replica sweeps a shard at a time. */
final class OutboxSweeper {

    private final Outbox outbox;
    private final OutboxRelay relay;
    private final SweepLeases leases;
    private final OutboxProperties properties;

    OutboxSweeper(Outbox outbox, OutboxRelay relay, SweepLeases leases, OutboxProperties properties) {
        this.outbox = outbox;
        this.relay = relay;
        this.leases = leases;
        this.properties = properties;
    }

    /** One pass over the shards of this replica. A failure is logged by the scheduler, and the next pass tries again. */
    @Scheduled(fixedDelayString = "${dm-verify.outbox.sweep-every:2s}")
    void sweep() {
        leases.take()
                .concatMap(shard -> sweep(shard).then(Mono.defer(() -> leases.completed(shard))))
                .then()
                .block(properties.sweepTimeout());
    }

    private Mono<Void> sweep(int shard) {
        return OutboxStreams.of(shard)
                .concatMap(stream -> outbox.findOlderThan(properties.sweepAfter(), stream))
                .doOnNext(entry -> relay.publish(List.of(entry)))
                .then();
    }
}
