package com.dmverify.api.store;

import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * The idempotency key of a request, as the state keeps it: nothing of it can be read back.
 *
 * @param name SHA-256 of the key and of all that it belongs to, in hexadecimal digits
 * @param fingerprint SHA-256 of the parsed request, in hexadecimal digits
 */
public record RequestKey(String name, String fingerprint) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int SHARD_DIGITS = 4;
    private static final int HEXADECIMAL = 16;

    public RequestKey {
        if (!SHA256.matcher(name).matches() || !SHA256.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("name and fingerprint have 64 hexadecimal digits");
        }
    }

    /** A new id in the shard of this key: so that one script can write the verification and the key. */
    public VerificationId newId(SecureRandom random) {
        return VerificationId.random(random, text -> Shards.of(text.hashCode()) == shard());
    }

    /** The shard of what is started under this key. */
    int shard() {
        return Shards.of(Integer.parseInt(name, 0, SHARD_DIGITS, HEXADECIMAL));
    }
}
