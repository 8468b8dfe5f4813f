package com.dmverify.api.store;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The facts that Kafka does not have yet. */
public interface Outbox {

    /** Facts that have waited at least so long, the oldest first, of all shards: somebody was stopped in between. */
    Flux<Announcement> leftBehind(Duration atLeast);

    /** Whether the oldest fact of a shard has waited at least so long. */
    Mono<Boolean> isLate(Duration atLeast);

    /** How many facts wait. */
    Mono<Long> waiting();

    /** Forgets a fact that Kafka has. */
    Mono<Void> remove(Announcement announcement);
}
