package com.dmverify.connections.connection;

import java.time.Instant;

/**
 * Why a token refresh failed.
 *
 * @param reason for operators; no secrets
 * @param since the time of the first of these failures
 * @param failures the number of consecutive failures
 * @param inDoubt whether X may have used up the refresh token although we have no response
 */
public record RefreshFailure(String reason, Instant since, int failures, boolean inDoubt) {}
