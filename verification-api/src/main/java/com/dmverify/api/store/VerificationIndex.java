package com.dmverify.api.store;

import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newest verifications of a tenant under a reference and about a target, as far as the target is known. */
public final class VerificationIndex {

    /** As many as one list shows at most. */
    public static final int MOST = 100;

    private static final LuaScript ADD = LuaScript.load(VerificationIndex.class, "newest-add");

    private final Redis redis;
    private final Clock clock;
    private final Duration keep;

    VerificationIndex(Redis redis, Clock clock, Duration keep) {
        this.redis = redis;
        this.clock = clock;
        this.keep = keep;
    }

    /** Enters a verification wherever it is to be found, once or again. */
    public Mono<Void> add(Verification verification) {
        return Flux.fromIterable(keys(verification))
                .flatMap(key -> redis.<Long>run(ADD, ScriptOutputType.INTEGER, List.of(key), arguments(verification)))
                .then();
    }

    /** Those with this reference, the newest first. */
    public Flux<VerificationId> withReference(String tenant, String reference, int most) {
        return newest(referenceKey(tenant, reference), most);
    }

    /** Those about this target, the newest first. */
    public Flux<VerificationId> withTarget(String tenant, Target target, int most) {
        UserId userId = target.userId();
        Handle handle = target.handle();
        return userId != null
                ? newest(key("user-id", tenant, userId.value()), most)
                : Flux.fromIterable(handle == null ? List.<Handle>of() : List.of(handle))
                        .flatMap(name -> newest(key("handle", tenant, name.canonical()), most));
    }

    private Flux<VerificationId> newest(String key, int most) {
        return redis.<List<byte[]>>send(commands -> commands.zrevrange(Redis.bytes(key), 0, most - 1L))
                .flatMapIterable(ids -> ids)
                .map(Redis::text)
                .filter(VerificationId::isId)
                .map(VerificationId::new);
    }

    private byte[][] arguments(Verification verification) {
        return new byte[][] {
            Redis.bytes(verification.id().value()),
            Redis.bytes(verification.createdAt().toEpochMilli()),
            Redis.bytes(MOST),
            Redis.bytes(clock.millis() - keep.toMillis()),
            Redis.bytes(keep.toMillis())
        };
    }

    private static List<String> keys(Verification verification) {
        String tenant = verification.request().tenant();
        String reference = verification.request().reference();
        UserId userId = verification.target().userId();
        Handle handle = verification.target().handle();
        List<String> keys = new ArrayList<>();
        if (reference != null) {
            keys.add(referenceKey(tenant, reference));
        }
        if (userId != null) {
            keys.add(key("user-id", tenant, userId.value()));
        }
        if (handle != null) {
            keys.add(key("handle", tenant, handle.canonical()));
        }
        return keys;
    }

    private static String referenceKey(String tenant, String reference) {
        return key("reference", tenant, reference);
    }

    private static String key(String kind, String tenant, String value) {
        return "verification-index:{" + KeyHash.of(kind, tenant, value) + "}";
    }
}
