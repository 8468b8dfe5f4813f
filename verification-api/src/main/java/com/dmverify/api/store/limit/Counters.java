package com.dmverify.api.store.limit;

import com.dmverify.api.store.Scripts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;

/** Counts uses in windows that move with the clock; each use has a name, by which it can be given back. */
public final class Counters {

    private static final RedisScript<String> TAKE = Scripts.alone("limit-take", String.class);
    private static final RedisScript<Long> GIVE_BACK = Scripts.alone("limit-give-back", Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;

    Counters(ReactiveStringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Takes one use of each quota, or of none if one of them is used up. Without quotas it asks nobody.
     *
     * @param subject whose uses are counted, as a hash
     * @param use the name of this one
     */
    public Mono<Take> take(String subject, String use, List<Quota> quotas) {
        if (quotas.isEmpty()) {
            return Mono.just(new Take(true, List.of()));
        }
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(clock.millis()), use));
        for (Quota quota : quotas) {
            arguments.add(String.valueOf(quota.window().toMillis()));
            arguments.add(String.valueOf(quota.limit()));
        }
        return redis.execute(TAKE, List.of(key(subject)), arguments).next().map(answer -> read(answer, quotas));
    }

    /** Gives a use back that was taken. Nothing happens if it was not, or if its windows are over. */
    public Mono<Void> giveBack(String subject, String use) {
        return redis.execute(GIVE_BACK, List.of(key(subject)), List.of(use)).then();
    }

    private static Take read(String answer, List<Quota> quotas) {
        String[] words = answer.split(" ", -1);
        List<Usage> usages = new ArrayList<>();
        for (int i = 0; i < quotas.size(); i++) {
            int at = 1 + 2 * i;
            usages.add(new Usage(
                    quotas.get(i), Integer.parseInt(words[at]), Duration.ofMillis(Long.parseLong(words[at + 1]))));
        }
        return new Take(words[0].equals("taken"), usages);
    }

    private static String key(String subject) {
        return "verification-limits:{" + subject + "}";
    }
}
