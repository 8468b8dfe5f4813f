package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationId;
import java.util.List;
import java.util.stream.IntStream;

/** Key names. The shard is the hash tag, so that the three keys of a script share a slot of a Redis cluster. */
final class Shards {

    private final int count;

    Shards(int count) {
        this.count = count;
    }

    IntStream all() {
        return IntStream.range(0, count);
    }

    int of(VerificationId id) {
        return Math.floorMod(id.value().hashCode(), count);
    }

    String verification(VerificationId id) {
        return prefix(of(id)) + id;
    }

    String deadlines(int shard) {
        return prefix(shard) + "deadlines";
    }

    String outbox(int shard) {
        return prefix(shard) + "outbox";
    }

    List<String> keys(VerificationId id) {
        return List.of(verification(id), deadlines(of(id)), outbox(of(id)));
    }

    private static String prefix(int shard) {
        return "verification:{" + shard + "}:";
    }
}
