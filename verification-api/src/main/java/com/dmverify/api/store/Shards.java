package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationId;
import java.util.List;
import java.util.stream.IntStream;

/** Key names. The shard is the hash tag, so that the keys of a script share a slot of a Redis cluster. */
final class Shards {

    /** Never changed: a verification would no longer be found. Enough to spread the load over a cluster. */
    private static final int COUNT = 64;

    private Shards() {}

    static IntStream all() {
        return IntStream.range(0, COUNT);
    }

    static int of(VerificationId id) {
        return of(id.value().hashCode());
    }

    static int of(int hash) {
        return Math.floorMod(hash, COUNT);
    }

    static String verification(VerificationId id) {
        return prefix(of(id)) + id;
    }

    static String deadlines(int shard) {
        return prefix(shard) + "deadlines";
    }

    static String outbox(int shard) {
        return prefix(shard) + "outbox";
    }

    static String quarantine(int shard) {
        return prefix(shard) + "quarantine";
    }

    /** What an idempotency key in this shard stands for. */
    static String request(int shard, RequestKey key) {
        return prefix(shard) + "request:" + key.name();
    }

    static List<String> keys(VerificationId id) {
        return List.of(verification(id), deadlines(of(id)), outbox(of(id)));
    }

    private static String prefix(int shard) {
        return "verification:{" + shard + "}:";
    }
}
