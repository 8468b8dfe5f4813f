package com.dmverify.connections.cast;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** X's authorization server, as its documents describe it, with troubles on order. */
public final class FakeX implements AutoCloseable {

    public static final String BRAND = "1000000000000000001";
    public static final String STRANGER = "2000000000000000003";
    public static final String CLIENT = "client";
    public static final String SECRET = "client-secret";

    private static final Map<String, String> HANDLES = Map.of(BRAND, "example", STRANGER, "carol");

    private final HttpServer server;
    private final Families families = new Families();
    private final Map<String, Consent> codes = new HashMap<>();
    private final List<String> refreshed = new CopyOnWriteArrayList<>();
    private final List<String> revoked = new CopyOnWriteArrayList<>();
    private volatile Trouble trouble = Trouble.none();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile long expiresIn = 7200;
    private volatile String scope = "dm.read dm.write users.read tweet.read offline.access";

    private record Consent(String user, String challenge, String redirect) {}

    /**
     * What happens to every call of the token endpoint.
     *
     * @param status to answer with; 0 for as usual
     * @param lose whether the answer is lost after the deed
     */
    public record Trouble(int status, String body, boolean lose) {

        public static Trouble none() {
            return new Trouble(0, "", false);
        }

        public static Trouble answering(int status, String body) {
            return new Trouble(status, body, false);
        }

        public static Trouble losingAnswers() {
            return new Trouble(0, "", true);
        }
    }

    public FakeX() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2/oauth2/token", this::token);
        server.createContext("/2/oauth2/revoke", this::revoke);
        server.createContext("/2/users/me", this::me);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void has(Trouble next) {
        trouble = next;
    }

    public void grantsOnly(String scopes) {
        scope = scopes;
    }

    public void givesTokensFor(Duration life) {
        expiresIn = life.toSeconds();
    }

    /** Token calls wait until the latch is open. */
    public void waitsFor(CountDownLatch latch) {
        gate = latch;
    }

    /** Every refresh token that was sent, in order. */
    public List<String> refreshed() {
        return refreshed;
    }

    public List<String> revoked() {
        return revoked;
    }

    public void kills(String token) {
        families.kill(token);
    }

    /** A user says yes on the consent page at this address; where his browser is sent then. */
    public URI consent(URI page, String user) {
        Map<String, String> asked =
                UriComponentsBuilder.fromUri(page).build().getQueryParams().toSingleValueMap();
        String code = "CODE-" + codes.size();
        String redirect = UriUtils.decode(asked.get("redirect_uri"), UTF_8);
        codes.put(code, new Consent(user, asked.get("code_challenge"), redirect));
        return URI.create(redirect + "?state=" + asked.get("state") + "&code=" + code);
    }

    private void token(HttpExchange call) throws IOException {
        Map<String, String> form = form(call);
        boolean refresh = "refresh_token".equals(form.get("grant_type"));
        if (refresh) {
            refreshed.add(form.get("refresh_token"));
        }
        awaitGate();
        Trouble now = trouble;
        if (now.status() != 0) {
            answer(call, now.status(), now.body());
            return;
        }
        if (!knowsClient(call, form)) {
            answer(
                    call,
                    401,
                    "{\"error\":\"unauthorized_client\",\"error_description\":\"Missing valid authorization header\"}");
            return;
        }
        Optional<Families.Pair> pair = refresh ? families.rotated(form.get("refresh_token")) : exchanged(form);
        if (now.lose()) {
            call.close();
        } else if (pair.isPresent()) {
            answer(call, 200, tokens(pair.get()));
        } else {
            String what = refresh ? "token" : "authorization code";
            answer(
                    call,
                    400,
                    "{\"error\":\"invalid_request\",\"error_description\":\"Value passed for the " + what
                            + " was invalid.\"}");
        }
    }

    private Optional<Families.Pair> exchanged(Map<String, String> form) {
        Consent consent = codes.remove(form.get("code"));
        return consent != null
                        && consent.challenge().equals(s256(form.getOrDefault("code_verifier", "")))
                        && consent.redirect().equals(form.get("redirect_uri"))
                ? Optional.of(families.first(consent.user()))
                : Optional.empty();
    }

    private String tokens(Families.Pair pair) {
        return "{\"token_type\":\"bearer\",\"expires_in\":%d,\"access_token\":\"%s\",\"scope\":\"%s\",\"refresh_token\":\"%s\"}"
                .formatted(expiresIn, pair.access(), scope, pair.refresh());
    }

    private void revoke(HttpExchange call) throws IOException {
        Map<String, String> form = form(call);
        if (trouble.status() != 0 || !knowsClient(call, form)) {
            answer(call, 503, "");
            return;
        }
        revoked.add(form.get("token"));
        families.kill(form.get("token"));
        answer(call, 200, "{\"revoked\":true}");
    }

    private void me(HttpExchange call) throws IOException {
        String bearer = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
        Optional<String> user = families.user(bearer.replaceFirst("^Bearer ", ""));
        if (user.isPresent()) {
            answer(
                    call,
                    200,
                    "{\"data\":{\"id\":\"%s\",\"name\":\"N\",\"username\":\"%s\"}}"
                            .formatted(user.get(), HANDLES.get(user.get())));
        } else {
            answer(call, 401, "{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401}");
        }
    }

    /** A confidential client by Basic, a public one by its id. */
    private static boolean knowsClient(HttpExchange call, Map<String, String> form) {
        String header = call.getRequestHeaders().getFirst("Authorization");
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
        return header == null ? "public".equals(form.get("client_id")) : header.equals(basic);
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> form(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
        Map<String, String> fields = new HashMap<>();
        UriComponentsBuilder.fromUriString("?" + body)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> fields.put(name, UriUtils.decode(value, UTF_8)));
        return fields;
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json;charset=utf-8");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private static String s256(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first tokens of the brand, as if it had consented. */
    public List<String> brandTokens() {
        Families.Pair pair = families.first(BRAND);
        return List.of(pair.access(), pair.refresh());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
