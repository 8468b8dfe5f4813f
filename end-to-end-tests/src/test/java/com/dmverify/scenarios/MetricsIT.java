package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The counters of events add up. */
class MetricsIT {

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void theCountersOfEventsAddUp() {
        // Given
        double opened = count("opened");
        double requested = count("requested");
        double succeeded = count("succeeded");
        double failed = count("failed");

        // When: two verifications succeed, one of them after a follow, and one fails
        XUser alice = deployment.aFollower();
        deployment.anApplicant().asksToVerify(alice.handle()).types(alice.readsTheCode());
        XUser bob = deployment.aUserWithClosedDms();
        Applicant waiting = deployment.anApplicant().asksToVerify(bob.handle());
        waiting.sees("/delivery/status", "awaiting_user_action");
        bob.followsTheBrand();
        waiting.types(bob.readsTheCode());
        deployment.anApplicant().asksToVerify(deployment.anUnknownHandle()).sees("/status", "failed");

        // Then
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            assertThat(count("opened") - opened).isEqualTo(3);
            assertThat(count("succeeded") - succeeded).isEqualTo(2);
            assertThat(count("failed") - failed).isEqualTo(1);
            assertThat(count("requested") - requested).isEqualTo(4);
        });
    }

    private double count(String name) {
        Matcher matcher = Pattern.compile("dm_verify_events_total\\{event=\"" + name + "\"} ([0-9.]+)")
                .matcher(metrics());
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private String metrics() {
        URI address = URI.create(String.format(
                Locale.ROOT,
                "http://127.0.0.1:%d/actuator/prometheus",
                deployment.services.ports().api() + 1000));
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
