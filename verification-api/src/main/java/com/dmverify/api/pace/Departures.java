package com.dmverify.api.pace;

import com.dmverify.api.store.queue.SendingQueues;
import com.dmverify.api.store.queue.Standing;
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

/** When messages will probably leave, from the live budget and the queue. An estimate: never an error, at worst unknown. */
public final class Departures {

    private final Paces paces;
    private final SendingQueues queues;
    private final Duration sendWithin;
    private final Clock clock;

    Departures(Paces paces, SendingQueues queues, Duration sendWithin, Clock clock) {
        this.paces = paces;
        this.queues = queues;
        this.sendWithin = sendWithin;
        this.clock = clock;
    }

    /** For each of these that is queued, when it will probably leave, as far as that is known. One look for each account. */
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

    private Mono<Map<VerificationId, Instant>> ofAccount(String account, List<VerificationId> queued) {
        return Mono.justOrEmpty(paces.of(account))
                .flatMap(pace -> queues.look(account, queued).map(standing -> departures(pace, standing)));
    }

    private Map<VerificationId, Instant> departures(Pace pace, Standing standing) {
        Instant now = Instant.ofEpochMilli(clock.millis()); // as precise as all other times of a resource
        NavigableMap<Instant, Long> givenUp = new TreeMap<>();
        standing.joined().forEach((at, many) -> givenUp.put(at.plus(sendWithin), many));
        return standing.places().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, place -> pace.departure(new Line(place.getValue(), givenUp), now)));
    }
}
