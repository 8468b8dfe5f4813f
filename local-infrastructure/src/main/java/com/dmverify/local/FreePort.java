package com.dmverify.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on the loopback address.
 *
 * <p>Free ones are drawn from below the range from which systems serve outgoing connections (32768 and up on Linux, 49152
 * and up elsewhere): a server that is stopped must find its port free when it comes back. For the same reason a port that was
 * drawn is not drawn again as long as this JVM lives, by it or by another one: the JVM holds a lock on a file of its number.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES = 200;

    private static final Path LOCKS =
            Path.of(System.getProperty("java.io.tmpdir"), "dm-verify-ports-" + System.getProperty("user.name"));

    /** Kept open until the JVM ends: the lock of a file ends with its channel. */
    private static final Map<Integer, FileChannel> DRAWN = new ConcurrentHashMap<>();

    private FreePort() {}

    /** The given port, or a free one if it is 0. */
    static int orAny(int wanted) {
        return wanted == 0 ? any() : wanted;
    }

    /** A port that is free now. */
    public static int any() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (isFree(port) && isOurs(port)) {
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

    private static synchronized boolean isOurs(int port) {
        if (DRAWN.containsKey(port)) {
            return false;
        }
        try {
            Files.createDirectories(LOCKS);
            FileChannel file = FileChannel.open(LOCKS.resolve(String.valueOf(port)), CREATE, WRITE);
            if (file.tryLock() == null) {
                file.close();
                return false;
            }
            DRAWN.put(port, file);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The ports in use are marked in " + LOCKS + ", which cannot be written", e);
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
