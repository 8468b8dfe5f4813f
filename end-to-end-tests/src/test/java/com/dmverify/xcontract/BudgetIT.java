package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.RateLimit.Window;
import com.dmverify.x.RateLimits;
import com.dmverify.x.XError.Throttled;
import com.dmverify.x.dm.SentMessage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** X's rate limits: what is left, and when a used window ends. */
class BudgetIT {

    private final Sandbox sandbox = Sandbox.shared();
    private final SandboxUser person = sandbox.follower();

    @AfterEach
    void removeTheLimits() {
        sandbox.setLimits("{\"dm_15min\": 0, \"dm_24h\": 0, \"dm_24h_app\": 0}");
    }

    @Test
    void everyAnswerShowsWhatIsLeftOfAllWindows() {
        // Given
        sandbox.setLimits("{\"dm_15min\": 15, \"dm_24h\": 1440, \"dm_24h_app\": 2880}");
        // When
        Answer<SentMessage> sent = send(ApiVersion.V2);
        // Then
        value(sent);
        assertRemaining(sent.limits(), Window.FIFTEEN_MINUTES, 14);
        assertRemaining(sent.limits(), Window.USER_24_HOURS, 1439);
        assertRemaining(sent.limits(), Window.APP_24_HOURS, 2879);
    }

    @Test
    void aUsedWindowNamesItsEnd() {
        // Given
        sandbox.setLimits("{\"dm_15min\": 2}");
        value(send(ApiVersion.V2));
        value(send(ApiVersion.V2));
        // When
        Answer<SentMessage> sent = send(ApiVersion.V2);
        // Then
        Instant until = failure(Throttled.class, sent).until();
        assertThat(until)
                .isEqualTo(
                        sent.limits().of(Window.FIFTEEN_MINUTES).orElseThrow().reset());
        assertThat(person.inbox()).hasSize(2);
    }

    @Test
    void theUsedDailyWindowDecidesWhenTheShortOneIsNotUsed() {
        // Given
        sandbox.setLimits("{\"dm_15min\": 15, \"dm_24h\": 1}");
        value(send(ApiVersion.V2));
        // When
        Answer<SentMessage> sent = send(ApiVersion.V2);
        // Then
        Instant until = failure(Throttled.class, sent).until();
        Instant endOfShortWindow =
                sent.limits().of(Window.FIFTEEN_MINUTES).orElseThrow().reset();
        assertThat(until).isAfter(endOfShortWindow.plus(Duration.ofHours(1)));
    }

    @Test
    void v1DoesNotShowItsLimitOfMessages() {
        // Given
        sandbox.setLimits("{\"dm_15min\": 15}");
        // When
        Answer<SentMessage> sent = send(ApiVersion.V1_1);
        // Then
        value(sent);
        assertThat(sent.limits().all()).isEmpty();
    }

    @Test
    void v1ShowsWhatIsLeftOfItsReads() {
        // Given
        sandbox.setLimits("{\"dm_15min\": 15}");
        // When
        var list = sandbox.brand().messageEvents().list(1, null);
        // Then
        assertRemaining(list.limits(), Window.FIFTEEN_MINUTES, 14);
    }

    private Answer<SentMessage> send(ApiVersion apiVersion) {
        return sandbox.brand().directMessages(apiVersion).send(person.id(), "hello");
    }

    private static void assertRemaining(RateLimits limits, Window window, long remaining) {
        assertThat(limits.of(window).orElseThrow().remaining())
                .as(window.name())
                .isEqualTo(remaining);
    }
}
