package com.dmverify.local;

import java.io.IOException;

/**
 * A shell that waits for the end of this JVM, however it comes, and ends a process with it. It notices because its standard
 * input is closed: no hook runs after {@code kill -9}.
 */
public final class DeathWatch {

    private DeathWatch() {}

    /** Watches from now on; the answer is the shell, which may be destroyed when the process has ended by itself. */
    public static Process over(long pid) throws IOException {
        String script = "trap '' INT HUP; read nothing; kill -TERM " + pid;
        return new ProcessBuilder("/bin/sh", "-c", script)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
