package com.dmverify.x.http;

import static com.dmverify.x.recorded.Answers.error;
import static com.dmverify.x.recorded.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.Timeouts;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.recorded.HangingUpX;
import com.dmverify.x.recorded.RecordedX;
import com.dmverify.x.recorded.StumblingX;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Idle connections and running calls. */
class ConnectionsTest {

    private static final UserId SOMEBODY = new UserId("844385345234");

    /** Longer than a connection is used without validation. */
    private static final Duration REST = Duration.ofMillis(1_100);

    @Test
    void aConnectionThatXClosedWhileIdleIsNotUsed() {
        try (HangingUpX x = new HangingUpX(201, "{\"data\":{\"dm_event_id\":\"20\"}}");
                XClient client = XClient.builder()
                        .baseUrl(x.url())
                        .credentials(RecordedX.BRAND)
                        .build()) {
            // Given
            DirectMessages messages = client.directMessages(ApiVersion.V2);
            ok(messages.send(SOMEBODY, "hello"));
            long rested = System.nanoTime() + REST.toNanos();
            await().until(() -> System.nanoTime() >= rested);
            // Then
            assertThat(ok(messages.send(SOMEBODY, "hello again")).eventId()).isEqualTo("20");
        }
    }

    @Test
    void closingWaitsForRunningCalls() throws Exception {
        try (StumblingX x = new StumblingX(StumblingX.Stumble.SILENCE)) {
            // Given
            XClient client = XClient.builder()
                    .baseUrl(x.url())
                    .credentials(RecordedX.BRAND)
                    .timeouts(new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)))
                    .build();
            CompletableFuture<XError> underWay = CompletableFuture.supplyAsync(
                    () -> error(client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello")));
            await().until(() -> x.requests().size() == 1);
            // When
            client.close();
            // Then
            assertThat(underWay.get()).isEqualTo(new XError.UnknownOutcome("no answer in time", null));
        }
    }
}
