package com.dmverify.api.store;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The events that Kafka does not have yet. */
public interface Outbox {

    /** Events that have waited at least so long, the oldest first, of all shards: somebody was stopped in between. */
    Flux<OutboxEntry> findOlderThan(Duration atLeast);

    /** Whether the oldest event of a shard has waited at least so long. */
    Mono<Boolean> isLate(Duration atLeast);

    /** How many events wait. */
    Mono<Long> waiting();

    /** Forgets an event that Kafka has. */
    Mono<Void> remove(OutboxEntry outboxEntry);
}
