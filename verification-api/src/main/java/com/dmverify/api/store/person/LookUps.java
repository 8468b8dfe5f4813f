package com.dmverify.api.store.person;

import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Target;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/**
 * What X said lately when an account looked a target up, and which look-ups are under way. A cache: nothing depends on it but how
 * often X is asked. An id of a look-up names account and target by a hash, so that its report needs nothing else.
 */
public final class LookUps {

    private static final String PREFIX = "rch_";
    private static final Pattern ID = Pattern.compile("rch_[0-9a-f]{64}");

    private final Redis redis;

    public LookUps(Redis redis) {
        this.redis = redis;
    }

    /** The id of every look-up of this target by this account. */
    public static String id(SendingAccount account, Target target) {
        return PREFIX
                + KeyHash.of(
                        "look-up",
                        account.name(),
                        target.userId() == null ? null : target.userId().value(),
                        target.userId() != null || target.handle() == null
                                ? null
                                : target.handle().canonical());
    }

    /** Whether this is the id of a look-up, and not of a verification. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** What was found; empty if nothing is known. */
    public Mono<String> find(String id) {
        return redis.get(found(id));
    }

    /** Keeps what was found for so long. */
    public Mono<Void> keep(String id, String found, Duration life) {
        return redis.<String>send(commands ->
                        commands.set(Redis.bytes(found(id)), Redis.bytes(found), SetArgs.Builder.px(life.toMillis())))
                .then();
    }

    /** Whether this look-up may be ordered now: no other was within this time. */
    public Mono<Boolean> begin(String id, Duration apart) {
        return redis.<String>send(commands -> commands.set(
                        Redis.bytes(asked(id)),
                        Redis.bytes(""),
                        SetArgs.Builder.nx().px(apart.toMillis())))
                .hasElement();
    }

    private static String found(String id) {
        return "verification-look-up:{" + id + "}:found";
    }

    private static String asked(String id) {
        return "verification-look-up:{" + id + "}:asked";
    }
}
