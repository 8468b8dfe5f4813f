package com.dmverify.connections.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.connections.fixtures.Accounts;
import com.dmverify.connections.fixtures.Browser;
import com.dmverify.connections.fixtures.FakeX;
import com.dmverify.connections.fixtures.FakeX.Fault;
import com.dmverify.connections.fixtures.RunningService;
import com.dmverify.connections.token.ConnectionState;
import com.dmverify.local.testing.SharedRedis;
import com.dmverify.reactornetty.ReactorNettyWorkaround;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.util.UriComponentsBuilder;

/** The operator's pages, with and without authentication. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class PagesIT {

    private static final String START = "/connections/main/start";
    private static final String DISCONNECT = "/connections/main/disconnect";

    private final FakeX x = new FakeX();
    private final RunningService service = new RunningService(x.url());
    private Browser operator = operator();

    private Browser operator() {
        return new Browser(service.pages(), RunningService.OPERATOR, RunningService.PASSWORD);
    }

    @BeforeEach
    void freshBrowser() {
        operator = operator();
    }

    @AfterEach
    void disconnect() {
        operator.close();
        x.has(Fault.none());
        x.grantsOnly("dm.read dm.write users.read tweet.read offline.access");
        SharedRedis.template()
                .delete(Objects.requireNonNull(SharedRedis.template().keys("dm-sender:*")));
        service.tokens().synchronize(Accounts.NAME);
    }

    @AfterAll
    void close() {
        service.close();
        x.close();
    }

    @Test
    void aConsentConnectsTheAccount() {
        // When
        HttpResponse<String> back = operator.get(pathOf(x.consent(consentPage(), FakeX.BRAND)));

        // Then
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(location(back)).hasToString("/connections");
        assertThat(operator.get("/connections").body()).contains("Connected as @example");
        assertThat(service.tokens().accessToken(Accounts.NAME)).startsWith("ACCESS-secret-");
        assertThat(service.tokens().state(Accounts.NAME)).isInstanceOf(ConnectionState.Connected.class);
    }

    @Test
    void theRequestedScopesAreThoseOfASender() {
        var asked = UriComponentsBuilder.fromUri(consentPage()).build().getQueryParams();

        assertThat(asked.toSingleValueMap())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", FakeX.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "dm.read%20dm.write%20users.read%20tweet.read%20offline.access")
                .containsKeys("state", "code_challenge")
                .doesNotContainKey("code_verifier");
        assertThat(asked.getFirst("redirect_uri")).endsWith("/connections/callback");
    }

    @Test
    void theConsentOfAnotherAccountIsRefused() {
        // When
        HttpResponse<String> back = operator.get(pathOf(x.consent(consentPage(), FakeX.STRANGER)));

        // Then
        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body()).contains("You consented as @carol, but main is @example.");
        assertThat(x.revoked()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(service.tokens().state(Accounts.NAME)).isEqualTo(new ConnectionState.NotConnected());
    }

    @Test
    void aConsentCanBeUsedOnce() {
        // Given
        String callback = pathOf(x.consent(consentPage(), FakeX.BRAND));
        operator.get(callback);

        // When
        HttpResponse<String> again = operator.get(callback);

        // Then
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Start again");
    }

    @Test
    void aConsentIsBoundToItsBrowser() {
        // Given
        String callback = pathOf(x.consent(consentPage(), FakeX.BRAND));
        operator.forgetsCookies();

        // When
        HttpResponse<String> back = operator.get(callback);

        // Then
        assertThat(back.statusCode()).isEqualTo(400);
        assertThat(service.tokens().state(Accounts.NAME)).isEqualTo(new ConnectionState.NotConnected());
    }

    @Test
    void anUnknownOrMissingStateIsRefused() {
        for (String query : List.of("", "?state=guessed&code=c", "?code=c", "?state=", "?error=x&state=%3Cb%3E")) {
            assertThat(operator.get("/connections/callback" + query).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void aDeniedConsentIsReported() {
        // Given
        String state = UriComponentsBuilder.fromUri(consentPage())
                .build()
                .getQueryParams()
                .getFirst("state");

        // When
        HttpResponse<String> back = operator.get("/connections/callback?error=access_denied&state=" + state);

        // Then
        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body()).contains("X says access_denied");
    }

    @Test
    void aConsentWithMissingScopesIsRefused() {
        // Given
        x.grantsOnly("users.read tweet.read offline.access");

        // When
        HttpResponse<String> back = operator.get(pathOf(x.consent(consentPage(), FakeX.BRAND)));

        // Then
        assertThat(back.statusCode()).isEqualTo(502);
        assertThat(x.revoked()).isNotEmpty();
    }

    @Test
    void anErrorOfXIsReported() {
        // Given
        URI consented = x.consent(consentPage(), FakeX.BRAND);
        x.has(Fault.answering(503, "<html>Over capacity</html>"));

        // When
        HttpResponse<String> back = operator.get(pathOf(consented));

        // Then
        assertThat(back.statusCode()).isEqualTo(502);
        assertThat(back.body()).contains("X answered 503").doesNotContain("Over capacity");
    }

    @Test
    void disconnectingRevokesTheTokens() {
        // Given
        operator.get(pathOf(x.consent(consentPage(), FakeX.BRAND)));
        String token = service.tokens().accessToken(Accounts.NAME);

        // When
        HttpResponse<String> answer = operator.presses(DISCONNECT);

        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(x.revoked()).contains(token);
        assertThat(service.tokens().state(Accounts.NAME)).isEqualTo(new ConnectionState.NotConnected());
    }

    @Test
    void disconnectingSucceedsEvenIfXDoesNotAnswer() {
        // Given
        operator.get(pathOf(x.consent(consentPage(), FakeX.BRAND)));
        x.has(Fault.answering(503, ""));

        // When
        HttpResponse<String> answer = operator.presses(DISCONNECT);

        // Then
        assertThat(answer.body()).contains("X did not confirm").contains("Not connected");
    }

    @Test
    void aFormWithoutACsrfTokenIsRefused() {
        // Given
        operator.get(pathOf(x.consent(consentPage(), FakeX.BRAND)));

        // Then
        assertThat(operator.post(DISCONNECT, "").statusCode()).isEqualTo(403);
        assertThat(operator.post(DISCONNECT, "_csrf=guessed").statusCode()).isEqualTo(403);
        assertThat(operator.get(DISCONNECT).statusCode()).isEqualTo(405);
        assertThat(operator.post(START, "").statusCode()).isEqualTo(403);
        assertThat(operator.post(START, "_csrf=guessed").statusCode()).isEqualTo(403);
        assertThat(service.tokens().state(Accounts.NAME)).isInstanceOf(ConnectionState.Connected.class);
    }

    @Test
    void everyPageNeedsThePassword() {
        for (String path : List.of("/connections", START, "/connections/callback", "/connections/style.css")) {
            assertThat(operator.withoutPassword(path).statusCode()).isEqualTo(401);
        }
        try (Browser stranger = new Browser(service.pages(), RunningService.OPERATOR, "a-guess-that-is-long")) {
            assertThat(stranger.get("/connections").statusCode()).isEqualTo(401);
        }
    }

    /** A link or an image on another site causes this request, with the password that the browser stores. */
    @Test
    void aGetNeitherStartsAConsentNorOverwritesOne() {
        // Given
        URI inProgress = consentPage();

        // When
        HttpResponse<String> answer = operator.get(START);

        // Then
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith(BrowserCookie.NAME));
        assertThat(operator.get(pathOf(x.consent(inProgress, FakeX.BRAND))).statusCode())
                .isEqualTo(303);
    }

    @Test
    void anUnknownPathIsAProblem() {
        for (HttpResponse<String> answer : List.of(
                operator.withoutPassword("/connections"),
                operator.post(DISCONNECT, ""),
                operator.get(DISCONNECT),
                operator.get("/connections/no/such/path"),
                operator.get("/connections/main"))) {
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(answer.uri().getPath())
                    .contains("application/problem+json");
            assertThat(answer.body()).contains("\"status\":" + answer.statusCode());
        }
        assertThat(operator.withoutPassword("/connections").headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
    }

    @Test
    void responsesForbidCachingFramingAndReferrers() {
        HttpResponse<String> list = operator.get("/connections");

        assertThat(list.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(list.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(list.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(list.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @Test
    void cookiesAreHttpOnly() {
        HttpResponse<String> answer = operator.presses(START);

        assertThat(operator.cookies()).hasSize(2).allMatch(HttpCookie::isHttpOnly);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("SameSite=Lax", "Path=/connections/callback"));
        operator.forgetsCookies();
        assertThat(operator.get("/connections").headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("dm-verify-csrf", "SameSite=Strict", "Path=/connections");
    }

    @Test
    void onlyAccountsWithOAuth2AreListed() {
        assertThat(operator.get("/connections").body()).contains("main").doesNotContain("legacy");
        assertThat(operator.presses("/connections/legacy/start").statusCode()).isEqualTo(404);
        assertThat(operator.withoutPassword("/connections/legacy/start").statusCode())
                .isEqualTo(401);
    }

    @Test
    void healthShowsTheStateOfEachAccount() {
        // Given
        try (Browser prober = new Browser(service.management(), "nobody", "nothing")) {
            assertThat(prober.withoutPassword("/actuator/health/connections").body())
                    .contains("\"DEGRADED\"", "not connected");
            assertThat(connectedGauge(prober)).contains("\"value\":0.0");

            // When
            operator.get(pathOf(x.consent(consentPage(), FakeX.BRAND)));

            // Then
            assertThat(prober.withoutPassword("/actuator/health/connections").body())
                    .contains("\"UP\"", "connected as @example");
            assertThat(connectedGauge(prober)).contains("\"value\":1.0");
        }
    }

    @Test
    void noSecretIsInRedisOrTheLog(CapturedOutput output) {
        // Given
        URI consentPage = consentPage();
        String state = UriComponentsBuilder.fromUri(consentPage)
                .build()
                .getQueryParams()
                .getFirst("state");
        assertThat(store()).doesNotContain(state);

        // When
        operator.get(pathOf(x.consent(consentPage, FakeX.BRAND)));

        // Then
        String token = service.tokens().accessToken(Accounts.NAME);
        assertThat(store()).contains("dm-sender:connection:{main}").doesNotContain("-secret-");
        assertThat(output).doesNotContain(token).doesNotContain("REFRESH-").doesNotContain(RunningService.PASSWORD);
    }

    /** Without {@link ReactorNettyWorkaround} one of these requests times out. */
    @Test
    void everyRequestIsAnswered() {
        for (int i = 0; i < 1500; i++) {
            assertThat(operator.get("/connections/style.css").statusCode()).isEqualTo(200);
            assertThat(operator.post(DISCONNECT, "").statusCode()).isEqualTo(403);
        }
    }

    private static String connectedGauge(Browser prober) {
        return prober.withoutPassword("/actuator/metrics/dm.sender.account.connected?tag=account:main")
                .body();
    }

    private URI consentPage() {
        return operator.leavesForX(Accounts.NAME);
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String pathOf(URI callback) {
        return callback.getRawPath() + "?" + callback.getRawQuery();
    }

    private static String store() {
        StringBuilder all = new StringBuilder();
        for (String key : Objects.requireNonNull(SharedRedis.template().keys("*"))) {
            all.append(key)
                    .append('=')
                    .append(new String(
                            Objects.requireNonNull(SharedRedis.template().dump(key)), UTF_8))
                    .append('\n');
        }
        return all.toString();
    }
}
