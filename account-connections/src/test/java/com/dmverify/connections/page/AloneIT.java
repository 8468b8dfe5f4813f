package com.dmverify.connections.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.dmverify.connections.cast.Accounts;
import com.dmverify.connections.cast.Browser;
import com.dmverify.connections.cast.FakeX;
import com.dmverify.connections.cast.RunningService;
import com.dmverify.connections.token.ConnectionState;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** Services whose configuration is out of the ordinary. */
class AloneIT {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final String[] NO_REDIS = {
        "--spring.data.redis.port=1", "--spring.data.redis.connect-timeout=200ms", "--spring.data.redis.timeout=200ms"
    };

    @Test
    void withoutAnAccountThereIsNothing() {
        try (RunningService service = new RunningService(NOBODY, "--dm-verify.accounts.main.oauth2.client-id=");
                Browser browser = operatorOf(service)) {
            assertThat(browser.withoutPassword("/connections").statusCode()).isEqualTo(404);
            assertThatThrownBy(service::tokens).isInstanceOf(NoSuchBeanDefinitionException.class);
        }
    }

    @Test
    void withoutRedisThePageSaysSo() {
        try (RunningService service = new RunningService(NOBODY, NO_REDIS);
                Browser operator = operatorOf(service)) {
            // When
            HttpResponse<String> list = operator.get("/connections");
            HttpResponse<String> start = operator.get("/connections/main/start");

            // Then
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.body()).contains("Redis does not answer");
            assertThat(start.statusCode()).isEqualTo(503);
        }
    }

    @Test
    void behindTlsCookiesNeverLeaveIt() {
        try (RunningService service =
                        new RunningService(NOBODY, "--dm-verify.connections.public-url=https://sender.example");
                Browser operator = operatorOf(service)) {
            assertThat(operator.get("/connections/main/start").headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        }
    }

    @Test
    void theRoundsRenewByThemselves() {
        try (FakeX x = new FakeX();
                RunningService service = new RunningService(x.url(), "--dm-verify.connections.look-every=50ms");
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
        return URI.create(operator.get("/connections/main/start")
                .headers()
                .firstValue("Location")
                .orElseThrow());
    }

    private static Browser operatorOf(RunningService service) {
        return new Browser(service.pages(), RunningService.OPERATOR, RunningService.PASSWORD);
    }
}
