package com.dmverify.connections.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.dmverify.connections.fixtures.Accounts;
import com.dmverify.connections.fixtures.Browser;
import com.dmverify.connections.fixtures.FakeX;
import com.dmverify.connections.fixtures.RunningService;
import com.dmverify.connections.token.ConnectionState;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** Services with special configurations. */
class StandaloneIT {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final String[] NO_REDIS = {
        "--spring.data.redis.port=1", "--spring.data.redis.connect-timeout=200ms", "--spring.data.redis.timeout=200ms"
    };

    @Test
    void withoutAnOAuth2AccountThereAreNoPages() {
        try (RunningService service = new RunningService(NOBODY, "--dm-verify.accounts.main.oauth2.client-id=");
                Browser browser = operatorOf(service)) {
            assertThat(browser.withoutPassword("/connections").statusCode()).isEqualTo(404);
            assertThatThrownBy(service::tokens).isInstanceOf(NoSuchBeanDefinitionException.class);
        }
    }

    @Test
    void withoutRedisThePageShowsAnError() {
        try (RunningService service = new RunningService(NOBODY, NO_REDIS);
                Browser operator = operatorOf(service)) {
            // When
            HttpResponse<String> list = operator.get("/connections");
            HttpResponse<String> start = operator.presses("/connections/main/start");

            // Then
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.body()).contains("Redis does not answer");
            assertThat(start.statusCode()).isEqualTo(503);
            assertThat(start.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void behindTlsCookiesAreSecure() {
        try (RunningService service =
                        new RunningService(NOBODY, "--dm-verify.connections.public-url=https://sender.example");
                Browser operator = operatorOf(service)) {
            for (HttpResponse<String> answer : List.of(operator.get("/connections"), startOverTls(operator))) {
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .isNotEmpty()
                        .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
            }
        }
    }

    /** The browser of these tests has no TLS, so it does not send such a cookie. */
    private static HttpResponse<String> startOverTls(Browser operator) {
        return operator.postWithCookies("/connections/main/start");
    }

    @Test
    void anHttpUrlIsRefusedExceptInADemonstration() {
        for (String property : List.of(
                "connections.public-url", "connections.authorize-url", "x.base-url", "accounts.main.base-url")) {
            assertThatThrownBy(() -> new RunningService(NOBODY, "--dm-verify." + property + "=http://sender.example"))
                    .rootCause()
                    .hasMessageStartingWith("dm-verify." + property);
        }
        try (RunningService service = new RunningService(
                        NOBODY, "--dm-verify.connections.public-url=http://sender.example", "--dm-verify.demo=true");
                Browser operator = operatorOf(service)) {
            assertThat(operator.get("/connections").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aWeakPasswordIsRefused() {
        assertThatThrownBy(
                        () -> new RunningService(NOBODY, "--dm-verify.connections.operator.password=aaaaaaaaaaaaaaaa"))
                .rootCause()
                .hasMessageStartingWith("dm-verify.connections.operator.password");
    }

    @Test
    void aLockedOutAddressIsRefusedAlsoWithTheRightPassword() {
        try (RunningService service = new RunningService(
                        NOBODY,
                        "--dm-verify.connections.operator.failures=3",
                        "--dm-verify.connections.operator.lock-out=1h",
                        "--dm-verify.connections.operator.max-lock-out=2h");
                Browser operator = operatorOf(service);
                Browser stranger = new Browser(service.pages(), RunningService.OPERATOR, "a guess")) {
            // Given
            assertThat(operator.get("/connections").statusCode()).isEqualTo(200);
            for (int i = 0; i < 3; i++) {
                assertThat(stranger.get("/connections/style.css").statusCode()).isEqualTo(401);
            }

            // When
            HttpResponse<String> refused = operator.get("/connections");

            // Then
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isGreaterThan(3000);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(operator.withoutPassword("/connections").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void theSchedulerRefreshesTokens() {
        try (FakeX x = new FakeX();
                RunningService service = new RunningService(x.url(), "--dm-verify.connections.sync-interval=50ms");
                Browser operator = operatorOf(service)) {
            // Given
            x.givesTokensFor(Duration.ofSeconds(3));
            URI back = x.consent(consentPage(operator), FakeX.BRAND);

            // When
            operator.get(back.getRawPath() + "?" + back.getRawQuery());

            // Then
            await().until(() -> x.refreshed().size() >= 2);
            assertThat(x.refreshed()).doesNotHaveDuplicates();
            assertThat(service.tokens().state(Accounts.NAME)).isInstanceOf(ConnectionState.Connected.class);
        }
    }

    private static URI consentPage(Browser operator) {
        return operator.leavesForX(Accounts.NAME);
    }

    private static Browser operatorOf(RunningService service) {
        return new Browser(service.pages(), RunningService.OPERATOR, RunningService.PASSWORD);
    }
}
