package com.dmverify.sandbox.fault;

import java.util.Locale;
import java.util.Optional;

/** The faults that can be injected. */
public enum FaultName {
    /** 503 before anything happened. */
    UNAVAILABLE_BEFORE,
    /** The DM is accepted, the answer is 503. */
    UNAVAILABLE_AFTER_ACCEPT,
    /** The DM is accepted, the connection ends without an answer. */
    DROP_AFTER_ACCEPT,
    /** The DM is accepted, the answer comes late. */
    SLOW,
    /** The DM is accepted late, also if the client has disconnected meanwhile. */
    ACCEPT_LATE,
    /** 429 with X's headers. */
    TOO_MANY_REQUESTS,
    /** 429 without any header, as X does for daily limits. */
    TOO_MANY_REQUESTS_NO_HEADERS,
    /** 429 with {@code Retry-After: 0} and a reset in the past. */
    TOO_MANY_REQUESTS_NOW,
    AUTOMATED_226,
    LOCKED_326,
    EXPIRED_TOKEN_89(true),
    CREDITS_DEPLETED,
    /** The sending account is suspended: 403, in v2 a problem type without a code. */
    SENDER_SUSPENDED,
    /** The app's access was restricted: 403 {@code client-forbidden}, a problem type without a code. */
    APP_RESTRICTED,
    /** The app is suspended: 401. */
    APP_SUSPENDED,
    /** 403 that does not name its subject. */
    FORBIDDEN_UNCLEAR,
    /** X's clock is wrong: requests with the right time get 135. */
    CLOCK_SKEW(true),
    DUPLICATE_WEBHOOK,
    /** Two deliveries are made in the wrong order. */
    REORDERED_WEBHOOK,
    LOST_WEBHOOK,
    /** The delivery carries a wrong signature. */
    FORGED_WEBHOOK,
    /** The times in the delivery are millions of years in the future. */
    ODD_DATE_WEBHOOK;

    private final boolean anyCall;

    FaultName() {
        this(false);
    }

    FaultName(boolean anyCall) {
        this.anyCall = anyCall;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it always applies to every call; the others apply to sending DMs by default. */
    boolean meetsAnyCall() {
        return anyCall;
    }

    public static Optional<FaultName> of(String word) {
        for (FaultName name : values()) {
            if (name.wireName().equals(word)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
