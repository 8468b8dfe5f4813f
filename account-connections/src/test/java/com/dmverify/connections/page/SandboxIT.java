package com.dmverify.connections.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.connections.fixtures.Accounts;
import com.dmverify.connections.fixtures.Browser;
import com.dmverify.connections.fixtures.RunningService;
import com.dmverify.connections.token.ConnectionState;
import com.dmverify.local.testing.SharedRedis;
import com.dmverify.sandbox.XSandbox;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole flow against the sandbox, which shares no code with this module. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxIT {

    private static final String BRAND = "1000000000000000001";
    private static final String CAROL = "2000000000000000003";

    private final ConfigurableApplicationContext sandbox =
            XSandbox.application().run("--server.port=0", "--x-sandbox.tls.port=0");
    private final URI x =
            URI.create("http://127.0.0.1:" + sandbox.getEnvironment().getRequiredProperty("local.server.port"));
    private final RunningService service = new RunningService(
            x,
            "--dm-verify.accounts.main.user-id=" + BRAND,
            "--dm-verify.accounts.main.oauth2.client-id=sandbox-client-id",
            "--dm-verify.accounts.main.oauth2.client-secret=sandbox-client-secret",
            "--dm-verify.connections.authorize-url=" + x.resolve("/i/oauth2/authorize"),
            "--dm-verify.connections.rejection-grace=0");
    private final Browser atX = new Browser(x, "", "");
    private final Browser operator = new Browser(service.pages(), RunningService.OPERATOR, RunningService.PASSWORD);

    @BeforeEach
    void begin() {
        operator.forgetsCookies();
    }

    @AfterEach
    void forget() {
        SharedRedis.template().delete("dm-sender:connection:{main}");
        service.tokens().synchronize(Accounts.NAME);
    }

    @AfterAll
    void close() {
        operator.close();
        atX.close();
        service.close();
        sandbox.close();
    }

    @Test
    void anAccountIsConnectedRefreshedAndDisconnected() {
        // When
        HttpResponse<String> back = operator.get(consentOf(BRAND));

        // Then
        assertThat(back.statusCode()).isEqualTo(303);
        String first = service.tokens().accessToken(Accounts.NAME);
        assertThat(whoIs(first)).isEqualTo(200);

        // When
        boolean another = service.tokens().rejected(Accounts.NAME, first);

        // Then
        assertThat(another).isTrue();
        String refreshed = service.tokens().accessToken(Accounts.NAME);
        assertThat(whoIs(refreshed)).isEqualTo(200);

        // When
        operator.presses("/connections/main/disconnect");

        // Then
        assertThat(whoIs(refreshed)).isEqualTo(401);
        assertThat(service.tokens().state(Accounts.NAME)).isEqualTo(new ConnectionState.NotConnected());
    }

    @Test
    void anotherAccountIsRefused() {
        HttpResponse<String> back = operator.get(consentOf(CAROL));

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body()).contains("You consented as @carol");
    }

    @Test
    void aDeniedConsentIsReported() {
        HttpResponse<String> back = operator.get(pathOf(decide("decision=deny")));

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body()).contains("access_denied");
    }

    private String consentOf(String user) {
        return pathOf(decide("decision=approve&user=" + user));
    }

    /** Reads X's consent page and submits its form. */
    private URI decide(String form) {
        URI page = operator.leavesForX("main");
        assertThat(atX.get(pathOf(page)).body()).contains("DM Verify Demo").contains("dm.write");
        return location(atX.post(pathOf(page), form));
    }

    /** The status of {@code GET /2/users/me} with this token. */
    private int whoIs(String token) {
        return atX.getAs(token, "/2/users/me").statusCode();
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String pathOf(URI address) {
        return address.getRawPath() + "?" + address.getRawQuery();
    }
}
