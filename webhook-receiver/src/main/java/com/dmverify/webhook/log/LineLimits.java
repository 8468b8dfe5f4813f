package com.dmverify.webhook.log;

/** Makes a limit for each kind of line. */
public final class LineLimits {

    private final int linesPerMinute;

    LineLimits(int linesPerMinute) {
        this.linesPerMinute = linesPerMinute;
    }

    /** A limit of its own. */
    public LineLimit limit() {
        return new LineLimit(linesPerMinute, System::nanoTime);
    }
}
