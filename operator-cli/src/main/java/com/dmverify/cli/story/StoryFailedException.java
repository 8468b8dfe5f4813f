package com.dmverify.cli.story;

/** A step of the story has an unexpected result. */
public final class StoryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryFailedException(String problem) {
        super(problem);
    }

    /** Throws this exception unless the condition holds. */
    static void unless(boolean condition, String problem) {
        if (!condition) {
            throw new StoryFailedException(problem);
        }
    }
}
