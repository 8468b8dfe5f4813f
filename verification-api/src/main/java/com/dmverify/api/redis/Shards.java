package com.dmverify.api.redis;

import com.dmverify.api.verification.VerificationId;
import java.util.stream.IntStream;

/** Key names of verifications. The shard is the hash tag, so that the keys of a script share a slot of a Redis cluster. */
public final class Shards {

    /** Never changed: a verification would no longer be found. Enough to spread the load over a cluster. */
    public static final int COUNT = 64;

    private Shards() {}

    public static IntStream all() {
        return IntStream.range(0, COUNT);
    }

    public static int of(VerificationId id) {
        return of(id.value().hashCode());
    }

    /** The shard of anything with this hash. */
    public static int of(int hash) {
        return Math.floorMod(hash, COUNT);
    }

    public static String verification(VerificationId id) {
        return prefix(of(id)) + id;
    }

    /** The sorted set of ids by the instant at which something happens by itself, epoch ms. */
    public static String deadlines(int shard) {
        return prefix(shard) + "deadlines";
    }

    /** The stream of records that Kafka does not have yet. */
    public static String outbox(int shard) {
        return prefix(shard) + "outbox";
    }

    /** The hash of damaged verifications, by id. */
    public static String quarantine(int shard) {
        return prefix(shard) + "quarantine";
    }

    /** The verification that an idempotency key stands for. */
    public static String request(int shard, String key) {
        return prefix(shard) + "request:" + key;
    }

    /** Which replica runs a sweep of the shard. */
    static String lease(int shard, String sweep) {
        return prefix(shard) + "lease:" + sweep;
    }

    private static String prefix(int shard) {
        return "verification:{" + shard + "}:";
    }
}
