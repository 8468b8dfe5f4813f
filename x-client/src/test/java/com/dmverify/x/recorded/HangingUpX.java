package com.dmverify.x.recorded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Takes one message on each connection, and closes it without having said so. */
public final class HangingUpX implements AutoCloseable {

    private static final String BODY = "{\"data\":{\"dm_event_id\":\"20\"}}";
    private static final String ANSWER = "HTTP/1.1 201 Created\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;

    private final ServerSocket server;

    public HangingUpX() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                readToTheEnd(socket.getInputStream());
                socket.getOutputStream().write(ANSWER.getBytes(US_ASCII));
            } catch (IOException _) {
                // The other side, or the test, is over.
            }
        }
    }

    /** A message's last byte closes its JSON. */
    private static void readToTheEnd(InputStream in) throws IOException {
        int last = in.read();
        while (last >= 0 && last != '}') {
            last = in.read();
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
