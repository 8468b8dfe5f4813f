package com.dmverify.connections.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.connections.seal.BrokenSealException;
import com.dmverify.connections.seal.Seal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The started consents in Redis, so that any replica can handle the callback. The key is a digest of the state; the
 * value is sealed, can be taken once and expires.
 */
public final class PendingConsentStore {

    private final StringRedisTemplate redis;
    private final Seal seal;
    private final Duration life;
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param life how long a consent may take
     */
    public PendingConsentStore(StringRedisTemplate redis, Seal seal, Duration life) {
        this.redis = redis;
        this.seal = seal;
        this.life = life;
    }

    void put(String state, PendingConsent pending) {
        String key = key(state);
        redis.opsForValue().set(key, seal.seal(json.writeValueAsString(pending), key), life);
    }

    /** Removes and returns the consent with this state. */
    Optional<PendingConsent> take(String state) {
        String key = key(state);
        return Optional.ofNullable(redis.opsForValue().getAndDelete(key)).flatMap(text -> opened(text, key));
    }

    private Optional<PendingConsent> opened(String sealed, String key) {
        try {
            return Optional.of(json.readValue(seal.open(sealed, key), PendingConsent.class));
        } catch (BrokenSealException e) {
            // Its key was removed meanwhile: the operator starts again.
            return Optional.empty();
        }
    }

    private static String key(String state) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(state.getBytes(UTF_8));
            return "dm-sender:consent:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
