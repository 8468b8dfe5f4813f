package com.dmverify.api.store.person;

import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person opted out of the messages of an account, or in again.
 *
 * @param account name of the account
 * @param optedOut false for a START
 * @param at when X says that it was said
 * @param trace of the record that told it
 */
public record OptOutChange(
        String account,
        UserId person,
        boolean optedOut,
        Instant at,
        @Nullable Trace trace) {}
