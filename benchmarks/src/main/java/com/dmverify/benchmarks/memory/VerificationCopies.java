package com.dmverify.benchmarks.memory;

import com.dmverify.api.verification.VerificationId;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies pending verifications that the service has written, each under a new id of the same shard. Knows two rules of the
 * layout: the keys of a verification hold its id or a hash in their name, and their hash tag is the shard of the id. What
 * else there is follows from the keys: those with an id are the verification's own, those with a hash are as many for each
 * copy as there are for each start, and sorted sets of the shard that hold the old id get the new one beside it.
 */
final class VerificationCopies {

    private static final Duration TIME_OUT = Duration.ofMinutes(2);
    private static final int BATCH = 2_000;
    private static final int SHARDS = 64;

    /** A few for each shard. */
    private static final int MOST_SHARED = 1_000;

    private static final Pattern ID = Pattern.compile("ver_[0-9a-zA-Z]+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32,}");
    private static final Pattern SHARD = Pattern.compile("\\{(\\d+)}");

    /** Arguments: the old id, the new id, then pairs of keys: a key and its copy, or twice the same for a shared key. */
    private static final String COPY = """
            local old, new = ARGV[1], ARGV[2]
            local function renamed(text) return (string.gsub(text, 'ver_%w+', new)) end
            for i = 3, #ARGV, 2 do
              local from, to = ARGV[i], ARGV[i + 1]
              local kind = redis.call('TYPE', from).ok
              if from == to then
                local score = kind == 'zset' and redis.call('ZSCORE', from, old)
                if score then redis.call('ZADD', to, score, new) end
              else
                if kind == 'string' then
                  redis.call('SET', to, renamed(redis.call('GET', from)))
                elseif kind == 'hash' then
                  local all = redis.call('HGETALL', from)
                  for j = 1, #all do all[j] = renamed(all[j]) end
                  redis.call('HSET', to, unpack(all))
                elseif kind == 'zset' then
                  local all = redis.call('ZRANGE', from, 0, -1, 'WITHSCORES')
                  for j = 1, #all, 2 do redis.call('ZADD', to, all[j + 1], renamed(all[j])) end
                end
                local life = redis.call('PTTL', from)
                if life > 0 then redis.call('PEXPIRE', to, life) end
              end
            end
            return 1
            """;

    private final SecureRandom random = new SecureRandom();
    private final RedisContents redis;
    private final Map<Integer, List<Original>> originals;

    private VerificationCopies(RedisContents redis, Map<Integer, List<Original>> originals) {
        this.redis = redis;
        this.originals = originals;
    }

    /** A verification and the keys that belong to it; shared ones stand in {@code shared}. */
    private record Original(String id, List<String> own, List<String> shared) {}

    /** Copies of what is in Redis now, which is so many started verifications. */
    static VerificationCopies of(RedisContents redis, int started) {
        List<String> keys = redis.keys();
        Map<String, List<String>> byId = new HashMap<>();
        Map<String, List<String>> byShape = new HashMap<>();
        List<String> shared = new ArrayList<>();
        for (String key : keys) {
            Matcher id = ID.matcher(key);
            if (id.find()) {
                byId.computeIfAbsent(id.group(), _ -> new ArrayList<>()).add(key);
            } else if (HASH.matcher(key).find()) {
                String shape = HASH.matcher(key).replaceAll("#");
                byShape.computeIfAbsent(shape, _ -> new ArrayList<>()).add(key);
            } else {
                shared.add(key);
            }
        }
        if (shared.size() > MOST_SHARED) {
            throw new IllegalStateException("Keys of an unknown kind, such as " + shared.getLast());
        }
        List<List<String>> perStart =
                byShape.values().stream().filter(all -> all.size() >= started).toList();
        Map<Integer, List<Original>> originals = new HashMap<>();
        int n = 0;
        for (Map.Entry<String, List<String>> one : byId.entrySet()) {
            int shard = shard(one.getKey(), one.getValue().getFirst());
            List<String> own = new ArrayList<>(one.getValue());
            for (List<String> all : perStart) {
                for (int i = 0; i < all.size() / started; i++) {
                    own.add(all.get((n + i * started) % all.size()));
                }
            }
            List<String> beside = shared.stream()
                    .filter(key -> !SHARD.matcher(key).find() || key.contains("{" + shard + "}"))
                    .toList();
            originals
                    .computeIfAbsent(shard, _ -> new ArrayList<>())
                    .add(new Original(one.getKey(), List.copyOf(own), beside));
            n++;
        }
        return new VerificationCopies(redis, originals);
    }

    /** Makes so many. */
    void make(int count) {
        RedisAsyncCommands<String, String> commands = redis.connection().async();
        String script = redis.connection().sync().scriptLoad(COPY);
        redis.connection().setAutoFlushCommands(false);
        try {
            for (int done = 0; done < count; done += BATCH) {
                List<RedisFuture<Long>> answers = new ArrayList<>();
                for (int i = done; i < Math.min(count, done + BATCH); i++) {
                    answers.add(commands.evalsha(script, ScriptOutputType.INTEGER, new String[0], copy(i)));
                }
                redis.connection().flushCommands();
                if (!LettuceFutures.awaitAll(TIME_OUT, answers.toArray(RedisFuture[]::new))) {
                    throw new IllegalStateException("Redis did not take the copies");
                }
            }
        } finally {
            redis.connection().setAutoFlushCommands(true);
        }
    }

    private String[] copy(int n) {
        String id = VerificationId.random(random).value();
        List<Original> shard = originals.getOrDefault(Math.floorMod(id.hashCode(), SHARDS), List.of());
        if (shard.isEmpty()) {
            throw new IllegalStateException("No verification to copy in a shard: more starts are needed");
        }
        Original original = shard.get(n % shard.size());
        List<String> arguments = new ArrayList<>(List.of(original.id(), id));
        for (String key : original.own()) {
            arguments.add(key);
            arguments.add(renamed(key, original.id(), id));
        }
        for (String key : original.shared()) {
            arguments.add(key);
            arguments.add(key);
        }
        return arguments.toArray(String[]::new);
    }

    /** With the new id, or another hash of the same length. */
    private String renamed(String key, String old, String id) {
        return HASH.matcher(key.replace(old, id))
                .replaceAll(hash -> hash(hash.group().length()));
    }

    private String hash(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes, 0, (length + 1) / 2).substring(0, length);
    }

    private static int shard(String id, String key) {
        Matcher tag = SHARD.matcher(key);
        int expected = Math.floorMod(id.hashCode(), SHARDS);
        if (!tag.find() || Integer.parseInt(tag.group(1)) != expected) {
            throw new IllegalStateException("The shard of a verification is not known any more: " + key);
        }
        return expected;
    }
}
