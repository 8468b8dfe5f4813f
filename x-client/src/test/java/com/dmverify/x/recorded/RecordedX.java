package com.dmverify.x.recorded;

import com.dmverify.x.OAuth1Credentials;
import com.dmverify.x.XClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Replays recorded responses of X over real HTTP in the given order, and keeps the requests. */
public final class RecordedX implements AutoCloseable {

    public static final OAuth1Credentials BRAND = new OAuth1Credentials(
            "xvz1evFS4wEEPTGEFPHBog",
            "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
            "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
            "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE");

    private final HttpServer server;
    private final Queue<Recording> answers = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public RecordedX() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Adds a response. The last one is repeated. */
    public RecordedX says(Recording recording) {
        answers.add(recording);
        return this;
    }

    /** Sets the only response from now on. */
    public void nowSays(Recording recording) {
        answers.clear();
        answers.add(recording);
    }

    public RecordedX says(int status, String body) {
        return says(Recording.of(status, body));
    }

    /** A recording from the folder {@code recorded}. */
    public RecordedX says(String file) {
        return says(Recording.from(file));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A client of this server with the brand's credentials. */
    public XClient client() {
        return XClient.builder().baseUrl(url()).credentials(BRAND).build();
    }

    public List<Asked> asked() {
        return asked;
    }

    public Asked lastAsked() {
        return asked.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(Asked.of(exchange));
            Recording recording = answers.size() > 1 ? answers.remove() : answers.element();
            recording
                    .headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            byte[] body = recording.bytes();
            exchange.sendResponseHeaders(recording.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
