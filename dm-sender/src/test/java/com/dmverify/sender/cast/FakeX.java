package com.dmverify.sender.cast;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** A little X that speaks HTTP: looks up, takes messages, shows conversations. Each user may bring troubles. */
public final class FakeX implements AutoCloseable {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PARTICIPANT = 4;

    private final HttpServer server;
    private final AtomicLong ids = new AtomicLong(5_000_000);
    private final List<Dm> dms = new CopyOnWriteArrayList<>();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final Map<String, Deque<Trouble>> troubles = new ConcurrentHashMap<>();

    /** A message that X took. */
    public record Dm(String id, String to, String text, Instant at) {}

    /** What goes wrong with one message. */
    public enum Trouble {
        BREAKS_BEFORE(500, "{\"title\":\"Internal Server Error\",\"status\":500}"),
        DROPS_AFTER_ACCEPTING(0, ""),
        IS_CLOSED(
                403,
                "{\"title\":\"Forbidden\",\"type\":\"about:blank\",\"status\":403,"
                        + "\"detail\":\"You do not have permission to DM one or more participants.\"}");

        private final int status;
        private final String body;

        Trouble(int status, String body) {
            this.status = status;
            this.body = body;
        }
    }

    public FakeX() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2/users/by/username/", this::lookUp);
        server.createContext("/2/users/me", this::introduce);
        server.createContext("/2/dm_conversations/with/", this::converse);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next message to this user meets this trouble. */
    public void trouble(String userId, Trouble trouble) {
        troubles.computeIfAbsent(userId, _ -> new ConcurrentLinkedDeque<>()).add(trouble);
    }

    /** Whoever reads the conversation with this user finds that X is broken. */
    public void hideConversationWith(String userId) {
        hidden.add(userId);
    }

    /** What this user sees, oldest first. */
    public List<Dm> inbox(String userId) {
        return dms.stream().filter(dm -> dm.to().equals(userId)).toList();
    }

    /** A message that somebody else's call left there. */
    public Dm deliver(String userId, String text) {
        Dm dm = new Dm(String.valueOf(ids.incrementAndGet()), userId, text, CLOCK.instant());
        dms.add(dm);
        return dm;
    }

    /** The id of the user with this handle: the digits in it. */
    public static String idOf(String handle) {
        return handle.replaceAll("\\D", "");
    }

    private void introduce(HttpExchange exchange) throws IOException {
        String id = PlayedX.BRAND.value();
        answer(exchange, 200, Map.of("data", Map.of("id", id, "name", "Example", "username", "example")));
    }

    private void lookUp(HttpExchange exchange) throws IOException {
        String handle = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        answer(exchange, 200, Map.of("data", Map.of("id", idOf(handle), "name", handle, "username", handle)));
    }

    private void converse(HttpExchange exchange) throws IOException {
        String user = exchange.getRequestURI().getPath().split("/", -1)[PARTICIPANT];
        if (exchange.getRequestMethod().equals("GET")) {
            int status = hidden.contains(user) ? 503 : 200;
            answer(exchange, status, status == 200 ? conversation(user) : Map.of());
            return;
        }
        String text = JSON.readTree(exchange.getRequestBody()).get("text").asString();
        Trouble trouble =
                troubles.getOrDefault(user, new ConcurrentLinkedDeque<>()).poll();
        if (trouble != null && trouble != Trouble.DROPS_AFTER_ACCEPTING) {
            answer(exchange, trouble.status, trouble.body.getBytes(UTF_8));
            return;
        }
        Dm dm = deliver(user, text);
        if (trouble != null) {
            exchange.close();
            return;
        }
        answer(exchange, 201, Map.of("data", Map.of("dm_conversation_id", "1-" + user, "dm_event_id", dm.id())));
    }

    private Map<String, Object> conversation(String user) {
        List<Map<String, String>> events = new ArrayList<>();
        for (Dm dm : inbox(user).reversed()) {
            events.add(Map.of(
                    "id", dm.id(),
                    "event_type", "MessageCreate",
                    "text", dm.text(),
                    "sender_id", PlayedX.BRAND.value(),
                    "created_at", dm.at().truncatedTo(ChronoUnit.MILLIS).toString()));
        }
        Map<String, Object> meta = Map.of("result_count", events.size());
        return events.isEmpty() ? Map.of("meta", meta) : Map.of("data", events, "meta", meta);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        answer(exchange, status, JSON.writeValueAsBytes(body));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("content-type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
