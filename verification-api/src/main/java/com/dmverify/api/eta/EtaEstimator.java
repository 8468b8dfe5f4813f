package com.dmverify.api.eta;

import com.dmverify.api.store.queue.QueueSnapshot;
import com.dmverify.api.store.queue.SendQueues;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Estimates when queued messages leave, from rate limits and queue. Never fails: at worst the ETA is unknown. */
public final class EtaEstimator {

    private final RateLimitStatuses statuses;
    private final SendQueues queues;
    private final Duration sendWithin;
    private final Clock clock;

    EtaEstimator(RateLimitStatuses statuses, SendQueues queues, Duration sendWithin, Clock clock) {
        this.statuses = statuses;
        this.queues = queues;
        this.sendWithin = sendWithin;
        this.clock = clock;
    }

    /** Returns the ETA of each queued verification for which it is known. Reads the queue once per account. */
    public Mono<Map<VerificationId, Instant>> of(List<Verification> verifications) {
        Map<String, List<VerificationId>> queued = verifications.stream()
                .filter(Verification::isQueued)
                .collect(Collectors.groupingBy(
                        verification -> verification.delivery().account().name(),
                        Collectors.mapping(Verification::id, Collectors.toList())));
        return Flux.fromIterable(queued.entrySet())
                .flatMap(account -> ofAccount(account.getKey(), account.getValue()))
                .<Map<VerificationId, Instant>>collect(HashMap::new, Map::putAll);
    }

    /** The same for orders of one account whose verifications need not be known yet: what is not queued is left out. */
    public Mono<Map<VerificationId, Instant>> ofAccount(String account, List<VerificationId> queued) {
        return Mono.justOrEmpty(statuses.of(account))
                .flatMap(limits -> queues.look(account, queued).map(snapshot -> etas(limits, snapshot)));
    }

    /** When a message that is ordered now would leave, as far as that is known. */
    public Mono<Instant> ofNext(String account) {
        return Mono.justOrEmpty(statuses.of(account))
                .flatMap(limits -> queues.look(account, List.of()).map(snapshot -> {
                    long waiting = snapshot.joined().values().stream()
                            .mapToLong(Long::longValue)
                            .max()
                            .orElse(0);
                    return limits.eta(new QueuePosition(waiting, givenUp(snapshot)), now());
                }));
    }

    private Map<VerificationId, Instant> etas(AccountRateLimits limits, QueueSnapshot snapshot) {
        Instant now = now();
        NavigableMap<Instant, Long> givenUp = givenUp(snapshot);
        return snapshot.places().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, place -> limits.eta(new QueuePosition(place.getValue(), givenUp), now)));
    }

    private NavigableMap<Instant, Long> givenUp(QueueSnapshot snapshot) {
        NavigableMap<Instant, Long> givenUp = new TreeMap<>();
        snapshot.joined().forEach((at, many) -> givenUp.put(at.plus(sendWithin), many));
        return givenUp;
    }

    /** As precise as all other times of a resource. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
