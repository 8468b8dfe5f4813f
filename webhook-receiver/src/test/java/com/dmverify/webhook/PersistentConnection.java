package com.dmverify.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Sends requests one after the other on one connection. */
final class PersistentConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream responses;

    PersistentConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        responses = new BufferedInputStream(socket.getInputStream());
    }

    /** The status; a {@link java.net.SocketTimeoutException} without a response. */
    int ask(String method, String path, String body) throws IOException {
        String request = "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(method, path, body.length(), body);
        socket.getOutputStream().write(request.getBytes(UTF_8));
        String statusLine = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        responses.skipNBytes(length);
        return Integer.parseInt(statusLine.split(" ", -1)[1]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = responses.read(); next != '\n'; next = responses.read()) {
            if (next < 0) {
                throw new EOFException("closed by the server");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
