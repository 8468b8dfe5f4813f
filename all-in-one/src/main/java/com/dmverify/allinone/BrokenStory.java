package com.dmverify.allinone;

/** A step of the story was not as it must be. */
final class BrokenStory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenStory(String what) {
        super(what);
    }

    /** Insists on a step. */
    static void unless(boolean asItMustBe, String what) {
        if (!asItMustBe) {
            throw new BrokenStory(what);
        }
    }
}
