package com.dmverify.webhook.log;

/** Creates a limiter for each kind of log line. */
public final class LogLimiters {

    private final int linesPerMinute;

    LogLimiters(int linesPerMinute) {
        this.linesPerMinute = linesPerMinute;
    }

    /** A new limiter. */
    public LogLimiter limit() {
        return new LogLimiter(linesPerMinute, System::nanoTime);
    }
}
