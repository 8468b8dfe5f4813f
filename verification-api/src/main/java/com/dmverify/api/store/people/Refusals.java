package com.dmverify.api.store.people;

import com.dmverify.api.store.Scripts;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Refusal;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;

/**
 * What people refused, for as long as it stands: a "no" until everything that it can mean is over, a "stop" much longer or
 * until it is taken back. It belongs to the person's id. The handles of who opted out are kept as signposts to that id, because
 * platforms mostly name a handle: one that leads to nobody who opted out means nothing.
 */
public final class Refusals {

    private static final RedisScript<Long> REFUSE = Scripts.alone("refuse-person", Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final Duration longestRun;
    private final Duration optOutFor;

    /** With the time that a verification can be open, and the time that an opt-out is remembered. */
    public Refusals(ReactiveStringRedisTemplate redis, Duration longestRun, Duration optOutFor) {
        this.redis = redis;
        this.longestRun = longestRun;
        this.optOutFor = optOutFor;
    }

    /** The person said so. A "no" does not take an earlier "stop" back. */
    public Mono<Void> remember(Conversation with, Refusal refusal) {
        Duration life = refusal.isOptOut() ? optOutFor : longestRun;
        return redis.execute(
                        REFUSE,
                        List.of(PersonKeys.refusal(with)),
                        List.of(
                                refusal.kind().wire(),
                                String.valueOf(refusal.at().toEpochMilli()),
                                String.valueOf(life.toMillis())))
                .then();
    }

    /** The person wants messages again. */
    public Mono<Void> lift(Conversation with) {
        return redis.delete(PersonKeys.refusal(with)).then();
    }

    /** Who opted out has this handle. */
    public Mono<Void> named(Conversation with, Handle handle) {
        return redis.opsForValue()
                .set(signpost(with.account(), handle), with.person().value(), optOutFor)
                .then();
    }

    /** Whether the target wants no messages from this account, as far as the target is known. */
    public Mono<Boolean> isOptedOut(UserId account, Target target) {
        return person(account, target)
                .flatMap(person -> redis.opsForValue().get(PersonKeys.refusal(new Conversation(account, person))))
                .map(standing -> RefusalText.read(standing).isOptOut())
                .defaultIfEmpty(false);
    }

    private Mono<UserId> person(UserId account, Target target) {
        if (target.userId() != null) {
            return Mono.just(target.userId());
        }
        return Mono.justOrEmpty(target.handle())
                .flatMap(handle -> redis.opsForValue().get(signpost(account, handle)))
                .map(UserId::new);
    }

    private static String signpost(UserId account, Handle handle) {
        return "verification-handles:{%s:%s}".formatted(account.value(), handle.canonical());
    }
}
