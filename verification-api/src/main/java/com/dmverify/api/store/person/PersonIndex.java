package com.dmverify.api.store.person;

import com.dmverify.api.redis.Redis;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which verifications are about which person, and what that person did lately. A hint, kept beside the state and not in one
 * script with it: the state decides when it is read. The two halves meet each other's race: the later one of dm-sender's report
 * and the person's act or refusal finds the other.
 */
public final class PersonIndex {

    private static final LuaScript JOIN = LuaScript.load(PersonIndex.class, "join-person");
    private static final LuaScript KEEP_LATEST = LuaScript.load(PersonIndex.class, "keep-latest");

    private final Redis redis;
    private final Clock clock;
    private final Duration longestRun;
    private final Duration keep;

    /**
     * The index in this Redis.
     *
     * @param longestRun how long a verification can be open
     * @param keepTerminal how long after that it is kept, and can be disputed: then the index forgets it
     */
    public PersonIndex(Redis redis, Clock clock, Duration longestRun, Duration keepTerminal) {
        this.redis = redis;
        this.clock = clock;
        this.longestRun = longestRun;
        this.keep = longestRun.plus(keepTerminal);
    }

    /** This verification is about that person. Answers the "it was not me" that the person said last; often none. */
    public Mono<OptOut> join(Contact with, VerificationId id) {
        Instant now = clock.instant();
        return redis.<byte[]>run(
                        JOIN,
                        ScriptOutputType.VALUE,
                        List.of(PersonKeys.verifications(with), PersonKeys.declined(with)),
                        Redis.bytes(id.value()),
                        Redis.bytes(now.toEpochMilli()),
                        Redis.bytes(now.minus(keep).toEpochMilli()),
                        Redis.bytes(keep.toMillis()))
                .map(Redis::text)
                .filter(declined -> !declined.isEmpty())
                .map(declined -> new OptOut(OptOut.Kind.DECLINED, instant(declined)));
    }

    /** That person said "it was not me" at that instant; the latest time is kept until everything that it can mean is over. */
    public Mono<Void> declined(Contact with, Instant when) {
        return keepLatest(PersonKeys.declined(with), when);
    }

    /** The verifications about that person that may be open, or were verified lately. */
    public Flux<VerificationId> verifications(Contact with) {
        return redis.<List<byte[]>>send(commands -> commands.zrange(Redis.bytes(PersonKeys.verifications(with)), 0, -1))
                .flatMapIterable(ids -> ids)
                .map(Redis::text)
                .filter(VerificationId::isId)
                .map(VerificationId::new);
    }

    /** It is over. */
    public Mono<Void> forget(Contact with, VerificationId id) {
        return redis.<Long>send(
                        commands -> commands.zrem(Redis.bytes(PersonKeys.verifications(with)), Redis.bytes(id.value())))
                .then();
    }

    /** That person followed the account or wrote to it at that instant; the latest time is kept. */
    public Mono<Void> acted(Contact with, Instant when) {
        return keepLatest(PersonKeys.acted(with), when);
    }

    /** When that person acted last, if at or after that instant. The verification itself counts an act only once. */
    public Mono<Instant> actedSince(Contact with, Instant since) {
        return redis.get(PersonKeys.acted(with)).map(PersonIndex::instant).filter(acted -> !acted.isBefore(since));
    }

    private Mono<Void> keepLatest(String key, Instant when) {
        return redis.<Long>run(
                        KEEP_LATEST,
                        ScriptOutputType.INTEGER,
                        List.of(key),
                        Redis.bytes(when.toEpochMilli()),
                        Redis.bytes(longestRun.toMillis()))
                .then();
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
