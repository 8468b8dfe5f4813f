package com.dmverify.x;

/** Nobody allowed us to act for the account (any more). The message is shown to operators and holds no secret. */
public final class NotAuthorizedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what an operator has to do */
    public NotAuthorizedException(String message) {
        super(message, null, false, false);
    }
}
