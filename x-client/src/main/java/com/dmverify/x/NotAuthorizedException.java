package com.dmverify.x;

/** The app has no authorisation (any more) for the account. The message is for operators and holds no secret. */
public final class NotAuthorizedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what an operator has to do */
    public NotAuthorizedException(String message) {
        super(message, null, false, false);
    }
}
