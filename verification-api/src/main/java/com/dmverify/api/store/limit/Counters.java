package com.dmverify.api.store.limit;

import com.dmverify.api.redis.Redis;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/** Counts uses in windows of a fixed length. A use belongs to the windows that it was taken in, and is given back to those alone. */
public final class Counters {

    private static final LuaScript TAKE = LuaScript.load(Counters.class, "limit-take");
    private static final LuaScript GIVE_BACK = LuaScript.load(Counters.class, "limit-give-back");

    private final Redis redis;
    private final Clock clock;

    Counters(Redis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Takes one use, or none if a quota is used up. A counter without quotas does not ask Redis. An error: nothing is known. */
    public Mono<Take> take(Counter counter) {
        if (counter.quotas().isEmpty()) {
            return Mono.just(new Take(counter, true, List.of()));
        }
        long now = clock.millis();
        byte[][] arguments = new byte[1 + 2 * counter.quotas().size()][];
        int at = 0;
        arguments[at++] = Redis.bytes(now);
        for (Quota quota : counter.quotas()) {
            arguments[at++] = Redis.bytes(quota.window().toMillis());
            arguments[at++] = Redis.bytes(quota.limit());
        }
        return redis.<List<Long>>run(TAKE, ScriptOutputType.MULTI, List.of(counter.key()), arguments)
                .map(answer -> read(counter, answer, now));
    }

    /** Takes one use of each in one flight. An error: nothing is known of one of them, and what was taken of the others is given back. */
    public Mono<List<Take>> takeAll(List<Counter> all) {
        return all.size() == 1
                ? take(all.getFirst()).map(List::of)
                : Flux.fromIterable(all)
                        .flatMapSequential(counter -> take(counter).materialize())
                        .collectList()
                        .map(this::allOrNone);
    }

    private List<Take> allOrNone(List<Signal<Take>> signals) {
        List<Take> takes = signals.stream()
                .filter(Signal::isOnNext)
                .map(signal -> Objects.requireNonNull(signal.get()))
                .toList();
        if (takes.size() < signals.size()) {
            takes.forEach(this::giveBack);
            throw signals.stream()
                    .filter(Signal::isOnError)
                    .map(signal -> Exceptions.propagate(Objects.requireNonNull(signal.getThrowable())))
                    .findFirst()
                    .orElseThrow();
        }
        return takes;
    }

    /**
     * Gives back a use that was taken, if its windows have not ended. Returns at once: what is sent to Redis later comes after it.
     * A failure is ignored, and counts one too many.
     */
    public void giveBack(Take take) {
        if (!take.isTaken() || take.usages().isEmpty()) {
            return;
        }
        byte[][] arguments = take.usages().stream()
                .flatMap(usage -> Stream.of(
                        Redis.bytes(usage.quota().window().toMillis()),
                        Redis.bytes(usage.began().toEpochMilli())))
                .toArray(byte[][]::new);
        redis.<Long>run(
                        GIVE_BACK,
                        ScriptOutputType.INTEGER,
                        List.of(take.counter().key()),
                        arguments)
                .onErrorComplete()
                .subscribe();
    }

    private static Take read(Counter counter, List<Long> answer, long now) {
        List<Usage> usages = new ArrayList<>(counter.quotas().size());
        int at = 1;
        for (Quota quota : counter.quotas()) {
            long began = answer.get(at++);
            long used = answer.get(at++);
            usages.add(new Usage(
                    quota,
                    Instant.ofEpochMilli(began),
                    (int) Math.max(0, quota.limit() - used),
                    Duration.ofMillis(began + quota.window().toMillis() - now)));
        }
        return new Take(counter, answer.getFirst() == 1, usages);
    }
}
