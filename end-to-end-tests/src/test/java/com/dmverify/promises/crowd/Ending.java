package com.dmverify.promises.crowd;

import com.dmverify.allinone.Http.Answer;
import java.util.Optional;

/** Reads out of an answer whether, and how, a verification has ended. */
final class Ending {

    private Ending() {}

    /** The name of the event that says the same; empty while it is pending. */
    static Optional<String> in(Answer answer) {
        String word = answer.status() < 300 ? answer.text("/status") : answer.text("/code");
        return Optional.ofNullable(
                switch (word) {
                    case "verified", "already_verified" -> "VerificationSucceeded";
                    case "expired" -> "VerificationExpired";
                    case "exhausted" -> "VerificationExhausted";
                    case "canceled" -> "VerificationCanceled";
                    case "failed" -> "VerificationFailed";
                    case "pending" -> null;
                    default -> throw new AssertionError("What does this say? " + answer);
                });
    }
}
