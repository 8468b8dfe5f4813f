package com.dmverify.sandbox.limit;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How much of a limit is used.
 *
 * @param limit 0 for none
 * @param resetsAt epoch milliseconds, {@code null} when nothing is used
 */
public record LimitUsage(
        String name,
        int used,
        int limit,
        @JsonProperty("resets_at") @Nullable Long resetsAt) {}
