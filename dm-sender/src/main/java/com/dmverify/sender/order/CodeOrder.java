package com.dmverify.sender.order;

import java.time.Duration;

/**
 * Which code the message carries; the code itself travels nowhere and is derived from this.
 *
 * @param keyId which key of the ring shared with verification-api
 * @param generation which code of the verification: 1 is the first
 * @param digits 6 to 10
 * @param life from the moment that X accepts the message
 */
public record CodeOrder(String keyId, int generation, int digits, Duration life) {

    /** Refuses a life that is over before it begins with {@link IllegalArgumentException}. */
    public CodeOrder {
        if (!life.isPositive()) {
            throw new IllegalArgumentException("the code would be dead on arrival");
        }
    }
}
