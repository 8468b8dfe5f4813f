package com.dmverify.local;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A server in a process of its own, with its port and its data: it may be stopped or killed and started again until it is
 * closed. Thread-safe.
 */
final class RestartableProcess implements AutoCloseable {

    private final Program program;
    private final int port;
    private final DataDirectory data;
    private @Nullable ServerProcess process;
    private boolean closed;

    RestartableProcess(Program program, int port, DataDirectory data) {
        this.program = program;
        this.port = port;
        this.data = data;
    }

    int port() {
        return port;
    }

    synchronized boolean isRunning() {
        return process != null;
    }

    /**
     * Returns when it is ready. Does nothing if it runs.
     *
     * @throws IllegalStateException if the port is taken, it does not come up, or it was closed
     */
    synchronized void start() {
        if (closed) {
            throw new IllegalStateException("This " + program.name() + " was closed; build another one");
        }
        if (process == null) {
            FreePort.require(program.name(), port);
            process = ServerProcess.start(program);
        }
    }

    /** Shuts the server down. Does nothing if it does not run. */
    synchronized void stop() {
        end(ServerProcess::terminate);
    }

    /** Ends it as {@code kill -9} does. Does nothing if it does not run. */
    synchronized void kill() {
        end(ServerProcess::kill);
    }

    /** Stops it for good, and removes the data if the directory was a temporary one. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            stop();
            data.release();
        }
    }

    /** @throws IllegalStateException if it does not run */
    synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(program.name() + " does not run");
        }
        return process.pid();
    }

    private void end(Consumer<ServerProcess> how) {
        if (process != null) {
            how.accept(process);
            process = null;
        }
    }
}
