package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.allinone.Http;
import com.dmverify.allinone.Ports;
import com.dmverify.allinone.River;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A brand that sends with OAuth 2.0: nothing goes out before somebody connected it, and nothing is lost meanwhile. */
class ConnectedBrandIT {

    private static final String BRAND = "1000000000000000001";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static River river;

    @BeforeAll
    static void start() {
        Ports ports = Ports.free();
        river = new River(ports)
                .with("dm-sender", "dm-verify.accounts.demo.oauth2.client-id", "sandbox-client-id")
                .with("dm-sender", "dm-verify.accounts.demo.oauth2.client-secret", "sandbox-client-secret")
                .with("dm-sender", "dm-verify.connections.public-url", "http://localhost:" + ports.sender())
                .with(
                        "dm-sender",
                        "dm-verify.connections.authorize-url",
                        "http://localhost:" + ports.sandbox() + "/i/oauth2/authorize")
                .with("dm-sender", "dm-verify.connections.operator.password", Operator.PASSWORD)
                .with("dm-sender", "dm-verify.sender.breaker.longest", "1s")
                .with("dm-sender", "dm-verify.sender.breaker.first", "1s")
                .with("dm-sender", "dm-verify.connections.keys[0].id", "k1")
                .with(
                        "dm-sender",
                        "dm-verify.connections.keys[0].secret",
                        Base64.getEncoder().encodeToString(new byte[32]))
                .start();
        // It takes its time to end, together with that of the other stories.
        Runtime.getRuntime().addShutdownHook(new Thread(river::close, "stop-the-connected-river"));
    }

    @Test
    void whoAskedBeforeTheConsentGetsTheCodeAfterIt() {
        // Given
        XUser user = new Sandbox(new Http(river.ports().sandbox(), null)).create("early", true, "everyone", false);
        Applicant applicant =
                new Applicant(new Http(river.ports().api(), river.secrets().apiKey())).asksToVerify(user.handle());
        Http management = new Http(Ports.managementOf(river.ports().sender()), null);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                management.get("/actuator/health/accounts").text("/details/demo/reason"))
                        .isEqualTo("app_misconfigured"));
        assertThat(user.inbox()).isEmpty();

        // When
        int back = new Operator(river.ports().sender()).connects("demo", BRAND).statusCode();

        // Then
        assertThat(back).isEqualTo(303);
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
    }
}
