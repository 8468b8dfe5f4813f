package com.dmverify.sender.dispatch;

import com.dmverify.x.XError;
import java.util.Locale;
import java.util.Optional;

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

    /** What is wrong with the account itself, if that is what X says: then no message of it will do better. */
    static Optional<Reason> ofAccount(XError error) {
        return Optional.ofNullable(
                switch (error) {
                    case XError.SenderRestricted _ -> SENDER_RESTRICTED;
                    case XError.AppMisconfigured _, XError.ClockSkewed _ -> APP_MISCONFIGURED;
                    case XError.OutOfCredits _ -> OUT_OF_CREDITS;
                    default -> null;
                });
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
