package com.dmverify.sender.code;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key ring of the codes, the same as in verification-api.
 *
 * @param keys the first one is the newest
 */
@ConfigurationProperties("dm-verify.codes")
public record CodeProperties(@DefaultValue List<Key> keys) {

    /**
     * One key.
     *
     * @param id names the key in orders
     * @param secret Base64 of at least 32 random bytes: {@code openssl rand -base64 32}
     */
    record Key(String id, String secret) {

        @Override
        public String toString() {
            return "Key[id=" + id + ", secret masked]";
        }
    }

    KeyRing ring() {
        return new KeyRing(keys.stream()
                .map(key -> CodeKey.ofBase64(key.id(), key.secret()))
                .toList());
    }

    /**
     * Recognises messages in the conversation snapshots that all replicas share. The first key is its secret: while keys
     * are rotated, replicas with different first keys do not use each other's snapshots.
     */
    public CodeFingerprints snapshotFingerprints() {
        return new CodeFingerprints(keys.stream().findFirst().map(Key::secret).orElse(""));
    }
}
