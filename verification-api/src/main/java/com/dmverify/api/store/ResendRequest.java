package com.dmverify.api.store;

import org.jspecify.annotations.Nullable;

/**
 * A request to send the message again.
 *
 * @param next the code to use if the running one has too little life left
 * @param optedOut whether the person wants no messages: then none is sent, unless this request was served before
 * @param key under which the request can be repeated; null if it cannot
 */
public record ResendRequest(
        NextCode next, boolean optedOut, @Nullable RequestKey key) {}
