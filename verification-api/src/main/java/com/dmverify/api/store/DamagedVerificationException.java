package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationId;
import org.jspecify.annotations.Nullable;

/** The stored state of a verification cannot be read, and no newer version wrote it. */
public final class DamagedVerificationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedVerificationException(VerificationId id, String why, @Nullable Throwable cause) {
        super(id + " is damaged: " + why, cause, false, false);
    }
}
