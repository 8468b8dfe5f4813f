package com.dmverify.api.code;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key ring of the codes; dm-sender has the same.
 *
 * @param keys the first one makes new codes
 */
@ConfigurationProperties("dm-verify.codes")
record CodeProperties(@DefaultValue List<Key> keys) {

    /**
     * One key.
     *
     * @param id names it in events
     * @param secret at least 32 bytes, Base64
     */
    record Key(String id, String secret) {

        @Override
        public String toString() {
            return "Key[" + id + ", ***]";
        }
    }
}
