package com.dmverify.sender.send;

import com.dmverify.x.XError;
import java.util.Locale;
import java.util.Optional;

/** Why a message is not delivered; the words of {@code DmAttempted.reason}. */
enum Reason {
    TARGET_CLOSED,
    TARGET_UNKNOWN,
    TARGET_SUSPENDED,
    HANDLE_CHANGED,
    RECIPIENT_LIMIT,
    OPTED_OUT,
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
