package com.dmverify.api.store;

import com.dmverify.api.failure.TryAgainException;
import com.dmverify.api.verification.VerificationId;

/** Others changed the verification each time that a change was to be committed: the caller may try again. */
public final class ConflictException extends TryAgainException {

    private static final long serialVersionUID = 1L;

    ConflictException(VerificationId id) {
        super(id + " was changed by others " + VerificationStore.MOST_CONFLICTS + " times");
    }
}
