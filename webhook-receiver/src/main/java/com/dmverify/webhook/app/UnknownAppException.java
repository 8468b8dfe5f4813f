package com.dmverify.webhook.app;

/** No app has the name in the path. Carries no stack trace: any caller can cause it. */
public final class UnknownAppException extends RuntimeException {

    UnknownAppException() {
        super("no app of this name is configured", null, false, false);
    }
}
