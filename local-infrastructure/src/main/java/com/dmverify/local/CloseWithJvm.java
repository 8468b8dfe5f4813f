package com.dmverify.local;

import org.jspecify.annotations.Nullable;

/** Closes a server when the JVM ends, unless its owner said that he does it himself. */
final class CloseWithJvm {

    private final @Nullable Thread hook;

    private CloseWithJvm(@Nullable Thread hook) {
        this.hook = hook;
    }

    static CloseWithJvm when(boolean wanted, Runnable close) {
        if (!wanted) {
            return new CloseWithJvm(null);
        }
        Thread hook = new Thread(close, "dm-verify-close");
        Runtime.getRuntime().addShutdownHook(hook);
        return new CloseWithJvm(hook);
    }

    /** The server was closed: there is nothing left to do at the end. */
    void forget() {
        if (hook == null) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The end has begun, and the hook with it.
        }
    }
}
