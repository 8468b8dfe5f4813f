package com.dmverify.x.recorded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** Answers one request on each connection and closes it without {@code Connection: close}. */
public final class HangingUpX implements AutoCloseable {

    private final ServerSocket server;
    private final String answer;

    public HangingUpX(int status, String body) {
        answer = "HTTP/1.1 %d Said\r\nContent-Length: %d\r\n\r\n%s".formatted(status, body.length(), body);
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                readToTheEnd(new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)));
                socket.getOutputStream().write(answer.getBytes(US_ASCII));
            } catch (IOException _) {
                // The client or the test has ended.
            }
        }
    }

    private static void readToTheEnd(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
                length = Integer.parseInt(line.substring("content-length: ".length()));
            }
        }
        while (length > 0 && in.read() >= 0) {
            length--;
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
