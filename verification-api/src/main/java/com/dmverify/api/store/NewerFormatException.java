package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationId;

/** A newer version of this service wrote the verification: this replica leaves it alone. */
public final class NewerFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerFormatException(VerificationId id) {
        super(id + " was written by a newer version of this service", null, false, false);
    }
}
