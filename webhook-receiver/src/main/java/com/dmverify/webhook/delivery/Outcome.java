package com.dmverify.webhook.delivery;

import java.util.Locale;

/** The outcome of one delivery. Each has its response and its counter. */
sealed interface Outcome {

    /** At least one activity was new and is now in Kafka, or the delivery had none. */
    record Recorded(int fresh, int known) implements Outcome {}

    /** All activities were in Kafka before. */
    record Known(int known) implements Outcome {}

    /** The signature is missing or wrong. */
    record Forged(boolean signed) implements Outcome {}

    /** Signed, but not a JSON object as X sends it. */
    record Malformed() implements Outcome {}

    /** Larger than the limit, or than a Kafka record may be. */
    record TooLarge() implements Outcome {}

    /** Too many deliveries are being received. */
    record Busy() implements Outcome {}

    /** The body was not complete in time. */
    record TooSlow() implements Outcome {}

    /** The connection ended before the body did. */
    record Incomplete() implements Outcome {}

    /** Not known to be durable. The reason is for the log. */
    record Failed(String reason) implements Outcome {}

    /** Whether a caller without the secret can cause it. */
    default boolean isUnauthenticated() {
        return switch (this) {
            case Forged _, TooLarge _, Busy _, TooSlow _, Incomplete _ -> true;
            case Recorded _, Known _, Malformed _, Failed _ -> false;
        };
    }

    /** The name in logs and counters. */
    default String label() {
        return getClass().getSimpleName().replace("Too", "Too_").toLowerCase(Locale.ROOT);
    }
}
