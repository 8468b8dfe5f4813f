package com.dmverify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisFuture;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Sends commands as callers do, who try again after an error. */
final class Attempt {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Attempt() {}

    /** Tries until it succeeds; each error on the way must say that Redis is unavailable. */
    static void untilItSucceeds(Supplier<RedisFuture<?>> command) {
        Awaitility.await().atMost(LONGEST).until(() -> succeeds(command));
    }

    /** The error with which the command ends. */
    static Throwable error(RedisFuture<?> answer) throws InterruptedException, TimeoutException {
        try {
            throw new AssertionError("It was answered: " + answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private static boolean succeeds(Supplier<RedisFuture<?>> command) throws Exception {
        try {
            command.get().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            assertThat(RedisAvailability.isUnavailable(e))
                    .as(String.valueOf(e.getCause()))
                    .isTrue();
            return false;
        }
    }
}
