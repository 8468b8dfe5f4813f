package com.dmverify.webhook.delivery;

import java.util.Locale;

/** What became of one delivery. Every kind has its answer and its counter. */
sealed interface Outcome {

    /** At least one activity is new and in Kafka now, or the delivery had none at all. */
    record Recorded(int fresh, int known) implements Outcome {}

    /** Kafka has had all of it. */
    record Known(int known) implements Outcome {}

    /** No signature, or one that is not X's. */
    record Forged(boolean signed) implements Outcome {}

    /** Sealed by X and yet nothing that X is known to send. */
    record Malformed() implements Outcome {}

    /** More than we read, or more than fits into a record of Kafka. */
    record TooLarge() implements Outcome {}

    /** Others are being received, as many as there is room for. */
    record Busy() implements Outcome {}

    /** The body took longer than X ever does. */
    record TooSlow() implements Outcome {}

    /** The connection ended before the body did. */
    record Incomplete() implements Outcome {}

    /** Not known to be durable. The reason is one word for the log. */
    record Failed(String reason) implements Outcome {}

    /** Whether any caller can cause it, without knowing a secret. */
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
