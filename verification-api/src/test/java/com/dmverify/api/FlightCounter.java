package com.dmverify.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy before Redis that counts flights: while it counts, it holds what the service sends until nothing more comes for a
 * while, and then sends all of it at once. So commands that are sent without waiting for an answer are one flight.
 */
final class FlightCounter implements AutoCloseable {

    /** Longer than a busy machine takes between two commands that are issued together. */
    private static final int QUIET_MS = 700;

    /** The driver asks an idle connection whether it is alive; no request waits for that. */
    private static final String PING = "*1\r\n$4\r\nPING\r\n";

    private final ServerSocket server;
    private final int redis;
    private final AtomicInteger flights = new AtomicInteger();
    private volatile boolean counting;

    FlightCounter(int redis) {
        this.redis = redis;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many flights this work takes. */
    int count(Runnable work) {
        flights.set(0);
        counting = true;
        try {
            work.run();
            return flights.get();
        } finally {
            counting = false;
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket service = server.accept();
                Socket target = new Socket(InetAddress.getLoopbackAddress(), redis);
                service.setTcpNoDelay(true);
                target.setTcpNoDelay(true);
                service.setSoTimeout(QUIET_MS);
                Thread.ofPlatform().daemon().start(() -> forward(service, target));
                Thread.ofPlatform().daemon().start(() -> answer(target, service));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void forward(Socket service, Socket target) {
        byte[] buffer = new byte[65536];
        int held = 0;
        try (service;
                target) {
            InputStream in = service.getInputStream();
            OutputStream out = target.getOutputStream();
            while (true) {
                try {
                    int read = in.read(buffer, held, buffer.length - held);
                    if (read < 0) {
                        return;
                    }
                    held += read;
                    if (counting) {
                        continue;
                    }
                } catch (SocketTimeoutException quiet) {
                    if (held == 0) {
                        continue;
                    }
                    if (!new String(buffer, 0, held, US_ASCII).equals(PING)) {
                        flights.incrementAndGet();
                    }
                }
                out.write(buffer, 0, held);
                out.flush();
                held = 0;
            }
        } catch (IOException e) {
            // The service or Redis has closed the connection.
        }
    }

    private static void answer(Socket target, Socket service) {
        try (target;
                service) {
            target.getInputStream().transferTo(service.getOutputStream());
        } catch (IOException e) {
            // The service or Redis has closed the connection.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
