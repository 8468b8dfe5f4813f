package com.dmverify.api.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The records that Kafka does not have yet. */
public interface Outbox {

    /**
     * Records of a stream that have waited at least so long, the oldest first, a bounded number. Each call goes on behind the
     * last one and begins anew at the end, so that entries which cannot be published hold up no other.
     */
    Flux<OutboxEntry> findOlderThan(Duration age, String stream);

    /** Whether the oldest record of a shard has waited at least so long. */
    Mono<Boolean> isLate(Duration age);

    /** How many records wait. */
    Mono<Long> waiting();

    /** Removes records that Kafka has, by stream. */
    Mono<Void> remove(Map<String, List<String>> ids);
}
