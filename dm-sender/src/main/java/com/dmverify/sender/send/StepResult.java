package com.dmverify.sender.send;

/** What a step of the pipeline answers. */
sealed interface StepResult {

    /** The next step follows, with this context. */
    record Continue(SendContext context) implements StepResult {}

    /** No step follows: this is done with the order. */
    record Done(Disposition disposition) implements StepResult {}

    static StepResult next(SendContext context) {
        return new Continue(context);
    }

    static StepResult done(Disposition disposition) {
        return new Done(disposition);
    }
}
