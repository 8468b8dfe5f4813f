package com.dmverify.xcontract;

import com.dmverify.x.webhook.Activity;
import com.dmverify.x.webhook.ActivityParser;
import com.dmverify.x.webhook.WebhookSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook receiver made of x-client's parts: answers challenges and keeps the deliveries with a valid signature. */
final class TestWebhook implements AutoCloseable {

    private static final String SIGNATURE = "x-twitter-webhooks-signature";
    private static final String TOKEN = "crc_token=";

    private final ActivityParser parser = new ActivityParser();
    private final List<ParsedDelivery> deliveries = new CopyOnWriteArrayList<>();
    private final AtomicInteger forgeries = new AtomicInteger();
    private final AtomicInteger challenges = new AtomicInteger();
    private final WebhookSignature signature;
    private final HttpServer server;

    TestWebhook(String consumerSecret) {
        signature = new WebhookSignature(consumerSecret);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
    }

    /** A delivery, and whether it has the format of Account Activity. */
    record ParsedDelivery(Activity activity, boolean accountActivity) {}

    /** The activities about this user, in the order of arrival. */
    List<Activity> about(SandboxUser person) {
        return deliveriesAbout(person).stream().map(ParsedDelivery::activity).toList();
    }

    /** The same with their payload format. */
    List<ParsedDelivery> deliveriesAbout(SandboxUser person) {
        return deliveries.stream()
                .filter(each -> person.id().equals(each.activity().otherId()))
                .toList();
    }

    /** The number of deliveries with a wrong signature. */
    int forgeries() {
        return forgeries.get();
    }

    /** The number of challenges with a valid signature. */
    int challenges() {
        return challenges.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                answerChallenge(exchange);
            } else {
                exchange.sendResponseHeaders(accepts(exchange) ? 200 : 403, -1);
            }
        }
    }

    private void answerChallenge(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        if (signature.matches(
                query.getBytes(StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst(SIGNATURE))) {
            challenges.incrementAndGet();
        }
        String token = Arrays.stream(query.split("&", -1))
                .filter(part -> part.startsWith(TOKEN))
                .map(part -> URLDecoder.decode(part.substring(TOKEN.length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        byte[] answer = String.format(Locale.ROOT, "{\"response_token\":\"%s\"}", signature.crcResponse(token))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    private boolean accepts(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!signature.matches(body, exchange.getRequestHeaders().getFirst(SIGNATURE))) {
            forgeries.incrementAndGet();
            return false;
        }
        boolean accountActivity = new String(body, StandardCharsets.UTF_8).contains("for_user_id");
        parser.parse(body).forEach(activity -> deliveries.add(new ParsedDelivery(activity, accountActivity)));
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
