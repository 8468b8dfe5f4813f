package com.dmverify.cli.terminal;

/** A command cannot do its work. The message is one sentence for the operator that says what to do. */
public final class CommandFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    public CommandFailedException(String message) {
        super(message);
    }
}
