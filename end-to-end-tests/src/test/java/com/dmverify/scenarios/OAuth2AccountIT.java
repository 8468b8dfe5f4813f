package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.allinone.LocalDeployment;
import com.dmverify.allinone.Ports;
import com.dmverify.cli.story.Http;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An account that sends with OAuth 2.0: orders wait until an operator has connected it, and none is lost. */
class OAuth2AccountIT {

    private static final String BRAND = "1000000000000000001";
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private static LocalDeployment services;

    @BeforeAll
    static void start() {
        Ports ports = Ports.free();
        services = new LocalDeployment(ports)
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
        // Stopped together with the shared deployment, in parallel.
        Runtime.getRuntime().addShutdownHook(new Thread(services::close, "stop-oauth2-deployment"));
    }

    @Test
    void aPersonGetsTheCodeAfterTheAccountIsConnected() {
        // Given
        XUser user =
                new SandboxControl(new Http(services.ports().sandbox(), null)).create("early", true, "everyone", false);
        Applicant applicant = new Applicant(
                        new Http(services.ports().api(), services.secrets().apiKey()))
                .asksToVerify(user.handle());
        Http management = new Http(Ports.managementOf(services.ports().sender()), null);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(
                                management.get("/actuator/health/accounts").text("/details/demo/reason"))
                        .isEqualTo("app_misconfigured"));
        assertThat(user.inbox()).isEmpty();

        // When
        int back =
                new Operator(services.ports().sender()).connects("demo", BRAND).statusCode();

        // Then
        assertThat(back).isEqualTo(303);
        assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");
    }
}
