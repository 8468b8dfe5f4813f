package com.dmverify.allinone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLServerSocket;

/** Speaks TLS on 127.0.0.1 and passes on in clear text, as a Redis with TLS looks from outside. */
final class TlsProxy implements AutoCloseable {

    private final SSLServerSocket server;
    private final int target;

    private TlsProxy(SSLServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static TlsProxy before(int target, TestCertificate certificate) throws IOException {
        SSLServerSocket server = (SSLServerSocket) certificate
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 0, InetAddress.getLoopbackAddress());
        TlsProxy proxy = new TlsProxy(server, target);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofPlatform().daemon().start(() -> copy(client, upstream));
                Thread.ofPlatform().daemon().start(() -> copy(upstream, client));
            } catch (IOException _) {
                // Closed, or a client that does not trust us.
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One side ended; so does the other one.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
