package com.dmverify.api.store.limit;

import com.dmverify.api.redis.Redis;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Mono;

/** Counts uses in windows that move with the clock; each use has a name, by which it can be given back. */
public final class Counters {

    private static final LuaScript TAKE = LuaScript.load(Counters.class, "limit-take");
    private static final LuaScript GIVE_BACK = LuaScript.load(Counters.class, "limit-give-back");

    private final Redis redis;
    private final Clock clock;

    Counters(Redis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Takes one use of each quota, or of none if one of them is used up. Without quotas it does not ask Redis.
     *
     * @param subject whose uses are counted, as a hash
     * @param use the name of this one
     */
    public Mono<Take> take(String subject, String use, List<Quota> quotas) {
        if (quotas.isEmpty()) {
            return Mono.just(new Take(Take.Outcome.TAKEN, List.of()));
        }
        List<byte[]> arguments = new ArrayList<>(List.of(Redis.bytes(clock.millis()), Redis.bytes(use)));
        for (Quota quota : quotas) {
            arguments.add(Redis.bytes(quota.window().toMillis()));
            arguments.add(Redis.bytes(quota.limit()));
        }
        return redis.<byte[]>run(TAKE, ScriptOutputType.VALUE, List.of(key(subject)), arguments.toArray(byte[][]::new))
                .map(answer -> read(Redis.text(answer), quotas));
    }

    /** Gives a use back that was taken. Nothing happens if it was not, or if its windows are over. */
    public Mono<Void> giveBack(String subject, String use) {
        return redis.<Long>run(GIVE_BACK, ScriptOutputType.INTEGER, List.of(key(subject)), Redis.bytes(use))
                .then();
    }

    private static Take read(String answer, List<Quota> quotas) {
        String[] words = answer.split(" ", -1);
        List<Usage> usages = new ArrayList<>();
        for (int i = 0; i < quotas.size(); i++) {
            int at = 1 + 2 * i;
            usages.add(new Usage(
                    quotas.get(i), Integer.parseInt(words[at]), Duration.ofMillis(Long.parseLong(words[at + 1]))));
        }
        return new Take(Take.Outcome.valueOf(words[0].toUpperCase(Locale.ROOT)), usages);
    }

    private static String key(String subject) {
        return "verification-limits:{" + subject + "}";
    }
}
