package com.dmverify.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on 127.0.0.1 whose connections can freeze without being closed, as when a network drops packets.
 * Its own address stays the same when its target changes, as that of a failover does. Thread-safe.
 */
public final class FreezingProxy implements AutoCloseable {

    private final ServerSocket server;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile int target;
    private volatile boolean newOnesFrozen;

    private FreezingProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No port for a proxy", e);
        }
        Thread.ofVirtual().name("proxy-" + server.getLocalPort()).start(this::accept);
    }

    /** A proxy in front of this port on 127.0.0.1. */
    public static FreezingProxy before(int port) {
        return new FreezingProxy(port);
    }

    /** The port on 127.0.0.1 to connect to. */
    public int port() {
        return server.getLocalPort();
    }

    /** How many connections were accepted since the start. */
    public int accepted() {
        return accepted.get();
    }

    /** Neither reads nor writes any more on the connections that exist, and does not close them. New ones work. */
    public void freeze() {
        connections.forEach(ProxiedConnection::freeze);
    }

    /** The same for the connections that exist and for those that come: they are accepted, and nothing follows. */
    public void freezeAll() {
        newOnesFrozen = true;
        freeze();
    }

    /** Connections that come work again; those that exist stay as they are. */
    public void thawNewOnes() {
        newOnesFrozen = false;
    }

    /** All connections go on where they stopped. */
    public void thaw() {
        newOnesFrozen = false;
        connections.forEach(ProxiedConnection::thaw);
    }

    /** Closes the connections that exist, also frozen ones. New ones work. */
    public void cut() {
        connections.forEach(ProxiedConnection::close);
    }

    /** New connections go to this port on 127.0.0.1; those that exist stay where they are. */
    public void forwardTo(int port) {
        target = port;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException _) {
                // The proxy was closed, or its target is not there: the client sees its connection end.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        accepted.incrementAndGet();
        try {
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
            ProxiedConnection connection = new ProxiedConnection(client, upstream);
            connections.add(connection);
            if (newOnesFrozen) {
                connection.freeze();
            }
            connection.start(() -> connections.remove(connection));
        } catch (IOException e) {
            client.close();
            throw e;
        }
        if (server.isClosed()) {
            cut();
        }
    }
}
