package com.dmverify.sandbox.limit;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The usage of a limit.
 *
 * @param limit 0 for none
 * @param resetsAt epoch milliseconds, {@code null} if nothing is used
 */
public record LimitUsage(
        String name,
        int used,
        int limit,
        @JsonProperty("resets_at") @Nullable Long resetsAt) {}
