package com.dmverify.webhook.app;

/** No app has the name in the path. Has no stack trace, because any caller can cause it. */
public final class UnknownAppException extends RuntimeException {

    UnknownAppException() {
        super("no app of this name is configured", null, false, false);
    }
}
