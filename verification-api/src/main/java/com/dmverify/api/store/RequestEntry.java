package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationId;

/**
 * What the scripts keep of a request with an idempotency key: {@code <fingerprint> <verification id>}.
 *
 * @param fingerprint of the request that was served
 * @param id of the verification that it was about
 */
record RequestEntry(String fingerprint, VerificationId id) {

    /** As it is kept. */
    String text() {
        return fingerprint + " " + id;
    }

    static RequestEntry read(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalStateException("An entry of an idempotency key is '<fingerprint> <id>'");
        }
        return new RequestEntry(text.substring(0, space), new VerificationId(text.substring(space + 1)));
    }
}
