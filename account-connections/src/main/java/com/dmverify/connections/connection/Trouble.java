package com.dmverify.connections.connection;

import java.time.Instant;

/**
 * Why a renewal did not come to its end.
 *
 * @param reason for operators; no secrets
 * @param since when the first of these failures was
 * @param failures in a row
 * @param doubtful whether X may have spent the refresh token without our hearing of it
 */
public record Trouble(String reason, Instant since, int failures, boolean doubtful) {}
