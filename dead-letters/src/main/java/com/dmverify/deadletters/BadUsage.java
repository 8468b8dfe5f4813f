package com.dmverify.deadletters;

/** The command line asks for nothing that we know. The message says what is wrong with it. */
final class BadUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadUsage(String message) {
        super(message, null, false, false);
    }
}
