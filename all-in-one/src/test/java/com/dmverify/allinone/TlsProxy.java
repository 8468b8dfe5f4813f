package com.dmverify.allinone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLServerSocket;

/** Accepts TLS connections on 127.0.0.1 and forwards them in clear text, like a Redis with TLS. */
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
                // The proxy was closed, or the client rejected the certificate.
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One side closed the connection; the other side is closed too.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
