package com.dmverify.x.recorded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a complete request and then fails to respond, in one of several ways. */
public final class StumblingX implements AutoCloseable {

    public enum Stumble {
        SILENCE,
        CUT_AFTER_THE_REQUEST,
        CUT_IN_THE_HEADERS,
        CUT_IN_THE_BODY,
        SILENCE_IN_THE_BODY
    }

    private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)", Pattern.CASE_INSENSITIVE);

    private final ServerSocket server;
    private final Stumble stumble;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> silent = new CopyOnWriteArrayList<>();

    public StumblingX(Stumble stumble) {
        this.stumble = stumble;
        try {
            this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : silent) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> stumble(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void stumble(Socket socket) {
        try {
            silent.add(socket);
            requests.add(request(socket.getInputStream()));
            String start = switch (stumble) {
                case SILENCE, CUT_AFTER_THE_REQUEST -> "";
                case CUT_IN_THE_HEADERS -> "HTTP/1.1 201 Created\r\nContent-Ty";
                case CUT_IN_THE_BODY, SILENCE_IN_THE_BODY ->
                    "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"data\":";
            };
            socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
            switch (stumble) {
                case SILENCE, SILENCE_IN_THE_BODY -> {}
                case CUT_AFTER_THE_REQUEST, CUT_IN_THE_HEADERS, CUT_IN_THE_BODY -> socket.close();
            }
        } catch (IOException _) {
            // The client closed the connection first.
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!isComplete(read.toString(StandardCharsets.UTF_8))) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            read.write(next);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private static boolean isComplete(String request) {
        int end = request.indexOf("\r\n\r\n");
        // A TLS ClientHello is no request.
        if (request.startsWith("\u0016")) {
            return true;
        }
        Matcher length = LENGTH.matcher(request);
        return end >= 0 && request.length() - end - 4 >= (length.find() ? Integer.parseInt(length.group(1)) : 0);
    }
}
