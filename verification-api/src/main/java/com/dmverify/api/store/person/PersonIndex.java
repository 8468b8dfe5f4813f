package com.dmverify.api.store.person;

import com.dmverify.api.store.Scripts;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.VerificationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which verifications are about which person, and who acted lately. A hint, kept beside the state and not in one script with
 * it: the state has the last word when it is read. The two halves answer each other's race: whichever of the sender's report
 * and the person's act or refusal is heard last, finds the other.
 */
public final class PersonIndex {

    private static final RedisScript<String> JOIN = Scripts.alone("join-person", String.class);
    private static final RedisScript<String> TAKE_ACT = Scripts.alone("take-act", String.class);
    private static final RedisScript<Long> ACT = Scripts.alone("act", Long.class);
    private static final RedisScript<Long> DECLINE = Scripts.alone("decline", Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;
    private final Duration longestRun;

    /** With the time that a verification can be open, after which it is about nobody. */
    public PersonIndex(ReactiveStringRedisTemplate redis, Clock clock, Duration longestRun) {
        this.redis = redis;
        this.clock = clock;
        this.longestRun = longestRun;
    }

    /** This verification is about that person. Returns the "it was not me" that the person said last; often none. */
    public Mono<OptOut> join(Contact with, VerificationId id) {
        Instant now = clock.instant();
        return redis.execute(
                        JOIN,
                        List.of(PersonKeys.verifications(with), PersonKeys.declined(with)),
                        List.of(
                                id.value(),
                                millis(now),
                                millis(now.minus(longestRun)),
                                String.valueOf(longestRun.toMillis())))
                .next()
                .filter(declined -> !declined.isEmpty())
                .map(declined -> new OptOut(OptOut.Kind.DECLINED, Instant.ofEpochMilli(Long.parseLong(declined))));
    }

    /** That person said "it was not me" at that instant; the latest word is kept until everything that it can mean is over. */
    public Mono<Void> declined(Contact with, Instant when) {
        return redis.execute(
                        DECLINE,
                        List.of(PersonKeys.declined(with)),
                        List.of(millis(when), String.valueOf(longestRun.toMillis())))
                .then();
    }

    /** The verifications that may be open and about that person. */
    public Flux<VerificationId> verifications(Contact with) {
        return redis.opsForZSet()
                .range(PersonKeys.verifications(with), Range.unbounded())
                .map(VerificationId::new);
    }

    /** It is over. */
    public Mono<Void> forget(Contact with, VerificationId id) {
        return redis.opsForZSet()
                .remove(PersonKeys.verifications(with), id.value())
                .then();
    }

    /** That person opened the way for us at that instant; the latest act is kept. */
    public Mono<Void> acted(Contact with, Instant when) {
        return redis.execute(
                        ACT,
                        List.of(PersonKeys.acted(with)),
                        List.of(millis(when), String.valueOf(longestRun.toMillis())))
                .then();
    }

    /** When that person opened the way, at or after that instant; empty if they did not. It is used up: an act sends once. */
    public Mono<Instant> takeActSince(Contact with, Instant since) {
        return redis.execute(TAKE_ACT, List.of(PersonKeys.acted(with)), List.of(millis(since)))
                .next()
                .filter(taken -> !taken.isEmpty())
                .map(taken -> Instant.ofEpochMilli(Long.parseLong(taken)));
    }

    private static String millis(Instant instant) {
        return String.valueOf(instant.toEpochMilli());
    }
}
