package com.dmverify.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.RawConnection;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoints without Kafka: those that do not need it work, the others answer an error in time. */
@TestInstance(Lifecycle.PER_CLASS)
class EndpointsTest {

    private static final String OTHER_SECRET = "another app's secret";
    private static final int LIMIT = 1024 * 1024;

    private final RunningReceiver receiver = RunningReceiver.withoutKafka(
            "--dm-verify.webhook.apps.other.consumer-secret=" + OTHER_SECRET,
            "--dm-verify.webhook.recording.acknowledgement-timeout=300ms");

    @BeforeAll
    void counterStartsAtNothing() throws Exception {
        assertThat(receiver.counted("dm_verify_webhook_deliveries_total")).isZero();
    }

    @AfterAll
    void countersAddUpAndTheServiceStops() throws Exception {
        double all = receiver.counted("dm_verify_webhook_deliveries_total");
        double refused = receiver.counted("dm_verify_webhook_deliveries_total", "outcome=\"forged\"")
                + receiver.counted("dm_verify_webhook_deliveries_total", "outcome=\"malformed\"")
                + receiver.counted("dm_verify_webhook_deliveries_total", "outcome=\"too_large\"")
                + receiver.counted("dm_verify_webhook_deliveries_total", "outcome=\"failed\"");
        receiver.close();
        assertThat(all).isPositive().isEqualTo(refused);
    }

    @Test
    void aCrcTokenIsAnswered() throws Exception {
        // When
        HttpResponse<String> answer = receiver.get("/webhooks/x?crc_token=challenge_string&nonce=123456");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"response_token\":\"sha256=nlBfoc+sYi739ivT57rTKKl7OQM8PcJSNybJqfjoBUk=\"}");
    }

    @Test
    void eachAppAnswersWithItsOwnSecret() throws Exception {
        String token = "?crc_token=challenge_string";

        assertThat(receiver.get("/webhooks/x/default" + token).body())
                .isEqualTo(receiver.get("/webhooks/x" + token).body());
        assertThat(receiver.get("/webhooks/x/other" + token).body())
                .contains("sha256=")
                .isNotEqualTo(receiver.get("/webhooks/x" + token).body());
    }

    @Test
    void theResponseToACrcTokenIsNoSignatureOfADelivery() throws Exception {
        // Given
        String forged = "{\"for_user_id\":\"1\",\"direct_message_events\":[]}";
        String token = URLEncoder.encode(forged, UTF_8);

        // When
        HttpResponse<String> answer = receiver.get("/webhooks/x?crc_token=" + token);

        // Then
        assertProblem(answer, 400, "implausible_crc_token");
        assertThat(answer.body()).doesNotContain("sha256=");
    }

    @Test
    void aTokenThatIsJsonIsNoDelivery() throws Exception {
        // Given
        String number = "12345678901234567890";
        String signature =
                receiver.get("/webhooks/x?crc_token=" + number).body().split("\"", -1)[3];

        // When
        HttpResponse<String> answer = receiver.post(SignedDelivery.of(number).withSignature(signature));

        // Then
        assertProblem(answer, 400, "malformed_delivery");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?nonce=1",
                "?crc_token=",
                "?crc_token=short",
                "?crc_token=challenge_string&crc_token=challenge_string"
            })
    void anImplausibleTokenIsNotSigned(String query) throws Exception {
        assertProblem(receiver.get("/webhooks/x" + query), 400, "implausible_crc_token");
    }

    @Test
    void aForgedSignatureIsRefused() throws Exception {
        assertProblem(receiver.post(SignedDelivery.valid().withForgedSignature()), 403, "wrong_signature");
    }

    @Test
    void aMissingSignatureIsRefused() throws Exception {
        assertProblem(receiver.post(SignedDelivery.valid().withoutSignature()), 403, "missing_signature");
    }

    @Test
    void theSignatureOfOneAppIsInvalidForAnother() throws Exception {
        assertProblem(receiver.post("/webhooks/x/other", SignedDelivery.valid()), 403, "wrong_signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[]", "{\"for_user_id\":", "\"text\""})
    void aSignedBodyThatIsNoJsonObjectIsRefused(String body) throws Exception {
        assertProblem(receiver.post(SignedDelivery.of(body)), 400, "malformed_delivery");
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedBeforeItIsRead() throws Exception {
        assertProblem(receiver.post(SignedDelivery.of("x".repeat(LIMIT + 1))), 413, "delivery_too_large");
    }

    @Test
    void aBodyOfUnknownLengthIsReadUpToTheLimit() throws Exception {
        // Given
        SignedDelivery large = SignedDelivery.of("x".repeat(LIMIT + 1));

        // When
        HttpResponse<String> answer = receiver.post(
                "/webhooks/x", large, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.body())));

        // Then
        assertProblem(answer, 413, "delivery_too_large");
    }

    @Test
    void aBodyOfExactlyTheLimitIsRead() throws Exception {
        assertProblem(receiver.post(SignedDelivery.of("x".repeat(LIMIT))), 400, "malformed_delivery");
    }

    @Test
    void anUnknownAppIsNotFound() throws Exception {
        assertProblem(receiver.post("/webhooks/x/nobody", SignedDelivery.valid()), 404, "unknown_app");
        assertProblem(receiver.get("/webhooks/x/nobody?crc_token=challenge_string"), 404, "unknown_app");
    }

    @Test
    void unknownPathsAreProblems() throws Exception {
        assertProblem(receiver.get("/"), 404, "not_found");
    }

    @Test
    void everyRequestOnAPersistentConnectionIsAnswered() throws Exception {
        try (PersistentConnection connection = new PersistentConnection(receiver.port())) {
            for (int i = 0; i < 500; i++) {
                assertThat(connection.ask("POST", "/webhooks/x", "{}")).isEqualTo(403);
                assertThat(connection.ask("GET", "/webhooks/x?crc_token=challenge_string", ""))
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void withoutKafkaXIsAskedToTryAgain() throws Exception {
        // When
        HttpResponse<String> answer = receiver.post(SignedDelivery.valid());

        // Then
        assertProblem(answer, 503, "not_recorded");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
    }

    @Test
    void healthReportsKafkaAsDownWhileCrcChecksAreAnswered() throws Exception {
        assertThat(receiver.manage("/actuator/health").body())
                .contains("127.0.0.1:1")
                .contains("last CRC: ");
        assertThat(receiver.manage("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void aReceiverThatNeverReachedKafkaIsNotReady() throws Exception {
        // When
        HttpResponse<String> readiness = receiver.manage("/actuator/health/readiness");

        // Then
        assertThat(readiness.statusCode()).isEqualTo(503);
        assertThat(receiver.manage("/actuator/health").body()).containsPattern("\"missing\":\\{[^}]*\"kafka\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/x/%2F", "/webhooks/x;a=b/c", "/webhooks/x/a/b", "/%00"})
    void anInvalidPathIsAProblem(String path) throws Exception {
        // When
        HttpResponse<String> answer = receiver.get(path);

        // Then
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + answer.statusCode(), "\"code\":");
    }

    @Test
    void anInvalidRequestIsAProblem() throws Exception {
        try (RawConnection connection = new RawConnection(receiver.port())) {
            assertThat(connection
                            .sends("GET /webhooks/x?crc_token=\u0001 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .readsToTheEnd())
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json");
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:dm-verify:problem:" + code + "\"")
                .contains("\"title\":")
                .contains("\"status\":" + status)
                .contains("\"detail\":")
                .contains("\"code\":\"" + code + "\"");
    }
}
