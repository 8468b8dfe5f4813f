package com.dmverify.guarantees.people;

import com.dmverify.cli.story.Http.Answer;
import java.util.Optional;

/** Reads from an answer whether and how a verification has ended. */
final class ReportedEnd {

    private ReportedEnd() {}

    /** The name of the corresponding terminal event; empty while the verification is pending. */
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
                    default -> throw new AssertionError("unexpected answer: " + answer);
                });
    }
}
