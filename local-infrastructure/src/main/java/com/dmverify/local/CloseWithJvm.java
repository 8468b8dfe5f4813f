package com.dmverify.local;

import org.jspecify.annotations.Nullable;

/** Closes a server when the JVM ends, unless its owner closes it. */
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

    /** Removes the hook, because the server was closed. */
    void forget() {
        if (hook == null) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down, so the hook runs already.
        }
    }
}
