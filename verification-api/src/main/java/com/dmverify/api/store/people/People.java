package com.dmverify.api.store.people;

import com.dmverify.api.store.Scripts;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.Refusal;
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
public final class People {

    private static final RedisScript<String> JOIN = Scripts.alone("join-person", String.class);
    private static final RedisScript<Long> TAKE_ACT = Scripts.alone("take-act", Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;
    private final Duration longestRun;

    /** With the time that a verification can be open, after which it is about nobody. */
    public People(ReactiveStringRedisTemplate redis, Clock clock, Duration longestRun) {
        this.redis = redis;
        this.clock = clock;
        this.longestRun = longestRun;
    }

    /** This verification is about that person. Answers the refusal that the person spoke and that still stands; often none. */
    public Mono<Refusal> join(Conversation with, VerificationId id) {
        Instant now = clock.instant();
        return redis.execute(
                        JOIN,
                        List.of(PersonKeys.verifications(with), PersonKeys.refusal(with)),
                        List.of(
                                id.value(),
                                millis(now),
                                millis(now.minus(longestRun)),
                                String.valueOf(longestRun.toMillis())))
                .next()
                .filter(standing -> !standing.isEmpty())
                .map(RefusalText::read);
    }

    /** The verifications that may be open and about that person. */
    public Flux<VerificationId> verifications(Conversation with) {
        return redis.opsForZSet()
                .range(PersonKeys.verifications(with), Range.unbounded())
                .map(VerificationId::new);
    }

    /** It is over. */
    public Mono<Void> forget(Conversation with, VerificationId id) {
        return redis.opsForZSet()
                .remove(PersonKeys.verifications(with), id.value())
                .then();
    }

    /** That person opened the way for us at that instant. */
    public Mono<Void> acted(Conversation with, Instant when) {
        return redis.opsForValue()
                .set(PersonKeys.acted(with), millis(when), longestRun)
                .then();
    }

    /** Whether that person opened the way at or after that instant. The act is used up by a yes: it sends once. */
    public Mono<Boolean> takeActSince(Conversation with, Instant since) {
        return redis.execute(TAKE_ACT, List.of(PersonKeys.acted(with)), List.of(millis(since)))
                .next()
                .map(taken -> taken == 1);
    }

    private static String millis(Instant instant) {
        return String.valueOf(instant.toEpochMilli());
    }
}
