package com.dmverify.x.error;

/** The meaning of an error, before it is known whether the call was a read or a write. */
enum Meaning {
    TARGET_UNKNOWN,
    TARGET_SUSPENDED,
    TARGET_CLOSED,
    SENDER_RESTRICTED,
    APP_MISCONFIGURED,
    CLOCK_SKEWED,
    OUT_OF_CREDITS,
    THROTTLED,
    BROKEN,
    DUPLICATE,
    UNCLEAR,
    REJECTED
}
