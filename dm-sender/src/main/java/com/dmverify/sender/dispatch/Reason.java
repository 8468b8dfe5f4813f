package com.dmverify.sender.dispatch;

import java.util.Locale;

/** Why X will not deliver a message; the words of {@code DmAttempted.reason}. */
enum Reason {
    TARGET_CLOSED,
    TARGET_UNKNOWN,
    TARGET_SUSPENDED,
    SENDER_RESTRICTED,
    APP_MISCONFIGURED,
    OUT_OF_CREDITS,
    REJECTED_REQUEST,
    X_UNAVAILABLE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
