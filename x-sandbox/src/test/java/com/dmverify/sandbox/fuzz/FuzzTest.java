package com.dmverify.sandbox.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.OAuth2App;
import com.dmverify.sandbox.testing.RawHttp;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.Signer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Random and mutated calls of every route of X and of the control API never cause an internal error or a hang, and every
 * error has a documented format. {@code -Dfuzz.seed=…} repeats a run.
 */
@Seen(Where.SANDBOX)
class FuzzTest {

    private static final int CALLS = 4_000;
    private static final int SCRAPS = 300;

    private static final Sandbox SANDBOX = Sandbox.with(
            "x-sandbox.webhook.allow-local=false",
            "logging.level.reactor.netty=off",
            "x-sandbox.people.most=1000",
            "x-sandbox.limits.reads=false",
            "x-sandbox.limits.dm-15min=0",
            "x-sandbox.limits.dm-24h=0",
            "x-sandbox.limits.dm-24h-app=0");

    private final long seed = Long.getLong("fuzz.seed", new Random().nextLong());
    private final RandomInput chance = new RandomInput(seed);
    private final String appToken = SANDBOX.appToken();
    private final String userToken = OAuth2App.shipped(SANDBOX)
            .tokens("dmverify_demo", OAuth2App.SCOPES + " follows.read media.write")
            .at("/access_token");

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void everyRouteAnswersRandomCallsInAKnownFormat() {
        // Given
        List<Route> routes = Route.all(SANDBOX);
        Set<Integer> seen = new HashSet<>();
        System.out.println("fuzz.seed=" + seed + ", " + routes.size() + " routes");
        assertThat(routes).hasSizeGreaterThan(80);
        // When
        for (int i = 0; i < CALLS; i++) {
            Route route = routes.get(i % routes.size());
            byte[] call = call(route);
            // Then
            Reply reply = Reply.of(RawHttp.send(SANDBOX, call));
            assertThat(reply.complaint())
                    .as(() -> "-Dfuzz.seed=" + seed + ": " + reply + "\nto " + new String(call, StandardCharsets.UTF_8))
                    .isEmpty();
            seen.add(reply.status());
        }
        assertThat(seen).contains(200, 201, 204, 400, 401, 403, 404);
    }

    @Test
    void randomBytesCauseNoServerError() {
        // When
        System.out.println("fuzz.seed=" + seed);
        for (int i = 0; i < SCRAPS; i++) {
            byte[] scrap = chance.once(2) ? chance.bytes(300) : cut(call(new Route("POST", "/2/dm_conversations")));
            // Then
            Reply reply = Reply.of(RawHttp.sendScrap(SANDBOX, scrap));
            assertThat(reply.status()).as("-Dfuzz.seed=" + seed + ": " + reply).isLessThan(500);
        }
        assertThat(SANDBOX.brand().get("/2/users/me").status()).isEqualTo(200);
    }

    private byte[] cut(byte[] call) {
        String text = new String(call, StandardCharsets.ISO_8859_1);
        int from = Math.abs(chance.value().hashCode() % text.length());
        return (text.substring(0, from) + chance.value() + text.substring(from)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] call(Route route) {
        String path = path(route);
        String query = chance.parameters(path);
        String target = query.isEmpty() ? path : path + "?" + query;
        String method = chance.once(40) ? chance.of(List.of("PATCH", "FOO", "OPTIONS", "HEAD")) : route.method();
        byte[] body = method.equals("GET") || method.equals("HEAD") || isNoAddress(target) ? new byte[0] : body(path);
        String type = chance.once(6)
                ? chance.of(List.of(
                        "text/plain", "", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"))
                : "application/json";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + SANDBOX.port()
                        + "\r\nConnection: close\r\nContent-Type: " + type + "\r\nAuthorization: "
                        + authorization(method, target) + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** The call is answered with 400 before its body is read; the rest of the body may reset the connection. */
    private static boolean isNoAddress(String target) {
        return target.replaceAll("%[0-9A-Fa-f]{2}", "").contains("%");
    }

    private String path(Route route) {
        StringBuilder path = new StringBuilder();
        for (String part : route.path().substring(1).split("/", -1)) {
            boolean variable = part.startsWith("{");
            path.append('/')
                    .append(
                            !variable
                                    ? part
                                    : chance.once(2) ? "2000000000000000001" : RandomInput.escape(chance.value()));
        }
        return path.toString();
    }

    private byte[] body(String path) {
        if (chance.once(8)) {
            return chance.bytes(500);
        }
        String text = chance.once(6) ? chance.parameters(path) : chance.json(path);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String authorization(String method, String target) {
        if (chance.once(8)) {
            return chance.of(
                    List.of("", "OAuth", "OAuth x", "Bearer", "Bearer x", "Basic Og==", "Basic !", "OAuth a=\"%zz\""));
        }
        if (chance.once(4)) {
            return "Bearer " + (chance.once(2) ? appToken : userToken);
        }
        try {
            return Signer.brand()
                    .header(method, URI.create("http://127.0.0.1:" + SANDBOX.port() + target), "", Map.of());
        } catch (IllegalArgumentException noAddress) {
            return "Bearer " + appToken;
        }
    }
}
