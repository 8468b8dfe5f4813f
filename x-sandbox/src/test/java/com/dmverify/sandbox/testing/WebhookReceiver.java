package com.dmverify.sandbox.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook receiver that answers CRC challenges and stores the deliveries. */
public final class WebhookReceiver implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpServer server;
    private final String secret;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean knowsTheSecret = true;

    public WebhookReceiver(String secret) {
        this.secret = secret;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/webhooks/x", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public static WebhookReceiver ofBrand() {
        return new WebhookReceiver("sandbox-consumer-secret");
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/x";
    }

    /** Answers the next deliveries with 500. */
    public void refuse(int times) {
        refusals.set(times);
    }

    /** Answers challenges with a wrong signature from now on. */
    public void forgetTheSecret() {
        knowsTheSecret = false;
    }

    public List<Received> received() {
        return received;
    }

    /** The deliveries with a valid signature. */
    public List<JsonNode> genuine() {
        return received.stream().filter(Received::genuine).map(Received::json).toList();
    }

    public String sign(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                answerChallenge(exchange);
            } else {
                take(exchange);
            }
        }
    }

    private void answerChallenge(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String token = URLDecoder.decode(query.split("[=&]", -1)[1], StandardCharsets.UTF_8);
        boolean signed = sign(query.getBytes(StandardCharsets.UTF_8))
                .equals(exchange.getRequestHeaders().getFirst("x-twitter-webhooks-signature"));
        String answer = knowsTheSecret && signed ? sign(token.getBytes(StandardCharsets.UTF_8)) : "sha256=no";
        byte[] body = ("{\"response_token\":\"" + answer + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String signature = exchange.getRequestHeaders().getFirst("x-twitter-webhooks-signature");
        boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        received.add(new Received(MAPPER.readTree(body), sign(body).equals(signature), refused));
        exchange.sendResponseHeaders(refused ? 500 : 200, -1);
    }

    /** One delivery. */
    public record Received(JsonNode json, boolean genuine, boolean refused) {}
}
