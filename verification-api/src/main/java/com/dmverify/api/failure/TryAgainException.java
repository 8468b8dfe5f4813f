package com.dmverify.api.failure;

/** Something that does not work now and will a moment later: the caller may try again. */
public class TryAgainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TryAgainException(String message) {
        super(message, null, false, false);
    }
}
