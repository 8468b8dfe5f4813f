package com.dmverify.sender.configuration;

import com.dmverify.codes.CodeKey;

/**
 * One key of the ring that verification-api and dm-sender share.
 *
 * @param id names it in the events
 * @param secret Base64 of at least 32 random bytes: {@code openssl rand -base64 32}
 */
record CodeKeyProperties(String id, String secret) {

    CodeKey key() {
        return CodeKey.ofBase64(id, secret);
    }

    @Override
    public String toString() {
        return "CodeKeyProperties[id=" + id + ", secret masked]";
    }
}
