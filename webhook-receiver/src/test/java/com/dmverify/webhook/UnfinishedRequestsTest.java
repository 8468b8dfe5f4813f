package com.dmverify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.testing.RawConnection;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of what an unauthenticated caller can hold open. */
class UnfinishedRequestsTest {

    private static final String POST = "POST /webhooks/x HTTP/1.1\r\nHost: x\r\n";
    private static final String SIGNATURE = "x-twitter-webhooks-signature: sha256=" + "A".repeat(43) + "=\r\n";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void aDeliveryWithInvalidHeadersIsRefusedBeforeItsBody() throws Exception {
        try (RunningReceiver receiver = RunningReceiver.withoutKafka()) {
            for (String[] refused : new String[][] {
                {POST + "Content-Length: 1000\r\n\r\n", "403", "missing_signature"},
                {POST + "Transfer-Encoding: chunked\r\n\r\n", "403", "missing_signature"},
                {
                    POST + "x-twitter-webhooks-signature: sha256=x\r\nContent-Length: 1000\r\n\r\n",
                    "403",
                    "wrong_signature"
                },
                {POST + SIGNATURE + "Content-Length: 1048577\r\n\r\n", "413", "delivery_too_large"},
                {
                    "POST /webhooks/x/none HTTP/1.1\r\nHost: x\r\n" + SIGNATURE + "Content-Length: 9\r\n\r\n",
                    "404",
                    "unknown_app"
                }
            }) {
                try (RawConnection connection = new RawConnection(receiver.port())) {
                    String answer = connection.sends(refused[0]).readsToTheEnd();

                    assertThat(answer)
                            .startsWith("HTTP/1.1 " + refused[1])
                            .contains("application/problem+json", "\"code\":\"" + refused[2] + "\"");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 60_000, 300_000})
    void theResponseArrivesHoweverMuchOfTheBodyWasSent(int sent) throws Exception {
        try (RunningReceiver receiver = RunningReceiver.withoutKafka();
                RawConnection connection = new RawConnection(receiver.port())) {
            // When
            connection.sends(POST + "Content-Length: 1000000\r\n\r\n").sends("x".repeat(sent));

            // Then
            assertThat(connection.readsToTheEnd()).startsWith("HTTP/1.1 403").contains("missing_signature");
        }
    }

    @Test
    void aSlowBodyIsRefusedInTime() throws Exception {
        try (RunningReceiver receiver =
                        RunningReceiver.withoutKafka("--dm-verify.webhook.delivery.body-timeout=300ms");
                RawConnection connection = new RawConnection(receiver.port())) {
            // When
            connection.sends(POST + SIGNATURE + "Content-Length: 1000\r\n\r\n{");

            // Then
            assertThat(connection.readsToTheEnd()).startsWith("HTTP/1.1 408").contains("delivery_too_slow");
        }
    }

    @Test
    void aConnectionWithEndlessHeadersIsClosed() throws Exception {
        try (RunningReceiver receiver = RunningReceiver.withoutKafka("--dm-verify.connection.header-timeout=300ms");
                RawConnection connection = new RawConnection(receiver.port())) {
            assertThat(connection.sends(POST + "X-Slow: ").readsToTheEnd()).isEmpty();
        }
    }

    @Test
    void anIdleConnectionIsClosed() throws Exception {
        try (RunningReceiver receiver = RunningReceiver.withoutKafka("--server.netty.idle-timeout=300ms");
                RawConnection connection = new RawConnection(receiver.port())) {
            assertThat(connection.readsToTheEnd()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--dm-verify.webhook.delivery.max-in-flight=1",
                "--dm-verify.webhook.delivery.max-bytes-in-flight=1MB"
            })
    void aDeliveryBeyondTheLimitIsRefusedAndSucceedsLater(String limit) throws Exception {
        try (RunningReceiver receiver =
                RunningReceiver.withoutKafka(limit, "--dm-verify.webhook.delivery.body-timeout=10m")) {
            // Given
            RawConnection holding = new RawConnection(receiver.port());
            holding.sends(POST + SIGNATURE + "Content-Length: 1048576\r\n\r\n{");

            // When
            await().atMost(TIMEOUT)
                    .until(() -> receiver.post(SignedDelivery.of("[]")).body().contains("too_many_deliveries"));
            var refused = receiver.post(SignedDelivery.of("[]"));
            holding.close();

            // Then
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
            await().atMost(TIMEOUT)
                    .until(() -> receiver.post(SignedDelivery.of("[]")).body().contains("malformed_delivery"));
        }
    }
}
