package com.dmverify.stories;

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

/** What the meters say adds up. */
class ArithmeticIT {

    private final World world = World.shared();

    @Test
    void everyVerificationThatWasOpenedEnded() {
        // Given
        double opened = fact("opened");
        double requested = fact("requested");
        double succeeded = fact("succeeded");
        double failed = fact("failed");

        // When: two end well, one badly, and one of them needed a follow
        XUser alice = world.aFollower();
        world.anApplicant().asksToVerify(alice.handle()).types(alice.readsTheCode());
        XUser bob = world.aCloseMouthedUser();
        Applicant waiting = world.anApplicant().asksToVerify(bob.handle());
        waiting.sees("/delivery/status", "awaiting_user_action");
        bob.followsTheBrand();
        waiting.types(bob.readsTheCode());
        world.anApplicant().asksToVerify(world.nobodysHandle()).sees("/status", "failed");

        // Then
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            assertThat(fact("opened") - opened).isEqualTo(3);
            assertThat(fact("succeeded") - succeeded).isEqualTo(2);
            assertThat(fact("failed") - failed).isEqualTo(1);
            assertThat(fact("requested") - requested).isEqualTo(4);
        });
    }

    private double fact(String name) {
        Matcher matcher = Pattern.compile("dm_verify_events_total\\{event=\"" + name + "\"} ([0-9.]+)")
                .matcher(metrics());
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private String metrics() {
        URI address = URI.create(String.format(
                Locale.ROOT,
                "http://127.0.0.1:%d/actuator/prometheus",
                world.river.ports().api() + 1000));
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
