package com.dmverify.api.store;

import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newest verifications of a tenant under a reference and about a target, as far as the target is known. */
public final class VerificationIndex {

    /** As many as one list shows at most. */
    public static final int MOST = 100;

    private static final RedisScript<Long> ADD = Scripts.alone("newest-add", Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;
    private final Duration keep;

    VerificationIndex(ReactiveStringRedisTemplate redis, Clock clock, Duration keep) {
        this.redis = redis;
        this.clock = clock;
        this.keep = keep;
    }

    /** Enters a verification wherever it is to be found, once or again. */
    public Mono<Void> add(Verification verification) {
        return Flux.fromIterable(keys(verification))
                .flatMap(key -> redis.execute(ADD, List.of(key), arguments(verification)))
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
        return redis.opsForZSet().reverseRange(key, Range.closed(0L, most - 1L)).map(VerificationId::new);
    }

    private List<String> arguments(Verification verification) {
        return List.of(
                verification.id().value(),
                String.valueOf(verification.createdAt().toEpochMilli()),
                String.valueOf(MOST),
                String.valueOf(clock.millis() - keep.toMillis()),
                String.valueOf(keep.toMillis()));
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
