package com.dmverify.api.store.limit;

import java.time.Duration;

/**
 * How much of a quota is used.
 *
 * @param remaining what is left of it
 * @param reset until there is more of it; if nothing is used, its whole window
 */
public record Usage(Quota quota, int remaining, Duration reset) {}
