package com.dmverify.local.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One connection through a proxy: a socket on each side, and a thread for each direction. */
final class ProxiedConnection {

    private static final int CHUNK = 8192;

    private final Socket client;
    private final Socket upstream;
    private boolean frozen;
    private boolean closed;

    ProxiedConnection(Socket client, Socket upstream) throws IOException {
        this.client = client;
        this.upstream = upstream;
        client.setTcpNoDelay(true);
        upstream.setTcpNoDelay(true);
    }

    /** @param whenClosed is called once or twice */
    void start(Runnable whenClosed) {
        Thread.ofVirtual().start(() -> copy(client, upstream, whenClosed));
        Thread.ofVirtual().start(() -> copy(upstream, client, whenClosed));
    }

    synchronized void freeze() {
        frozen = true;
    }

    synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        closeQuietly(client);
        closeQuietly(upstream);
    }

    private void copy(Socket from, Socket to, Runnable whenClosed) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = in.read(chunk);
            // What was read while frozen, an end included, is held back.
            while (awaitThaw() && length >= 0) {
                out.write(chunk, 0, length);
                out.flush();
                length = in.read(chunk);
            }
        } catch (IOException _) {
            // One side ended; so does the other one.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            whenClosed.run();
        }
    }

    /** Whether the connection is open when it is not frozen any more. */
    private synchronized boolean awaitThaw() throws InterruptedException {
        while (frozen && !closed) {
            wait();
        }
        return !closed;
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed already.
        }
    }
}
