package com.dmverify.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on the loopback address.
 *
 * <p>Free ones are drawn from below the range from which systems serve outgoing connections (32768 and up on Linux, 49152
 * and up elsewhere): a server that is stopped must find its port free when it comes back.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES = 200;

    private FreePort() {}

    /** The given port, or a free one if it is 0. */
    static int orAny(int wanted) {
        return wanted == 0 ? any() : wanted;
    }

    /** A port that is free now. */
    public static int any() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port between " + LOWEST + " and " + BEYOND);
    }

    /** @throws IllegalStateException with a message that says what to do, if the port is in use */
    static void require(String server, int port) {
        if (!isFree(port)) {
            throw new IllegalStateException(
                    server + " cannot start: port " + port + " is taken. Stop what listens there or choose another");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
