package com.dmverify.api.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message with the challenge.
 *
 * @param with the account that got it, and the person who wrote it
 * @param handle of the person, as X named it with the message; null if it did not
 * @param at when it was written, by X's clock
 * @param optOut what else it says; null if it refuses nothing
 */
public record Proof(
        Contact with,
        @Nullable Handle handle,
        Instant at,
        @Nullable OptOut optOut) {}
