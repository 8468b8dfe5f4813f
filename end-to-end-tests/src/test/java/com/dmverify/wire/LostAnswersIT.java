package com.dmverify.wire;

import static com.dmverify.wire.Outcome.failure;
import static com.dmverify.wire.Outcome.value;
import static com.dmverify.wire.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.Timeouts;
import com.dmverify.x.XClient;
import com.dmverify.x.XError.Unavailable;
import com.dmverify.x.XError.UnknownOutcome;
import com.dmverify.x.dm.Message;
import com.dmverify.x.dm.SentMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody knows what came of a message: so look before it is sent again. */
class LostAnswersIT {

    private static final String TEXT = "Your code is 493021";

    private final Sandbox sandbox = Sandbox.shared();
    private final Person person = sandbox.follower();

    @ParameterizedTest
    @EnumSource
    void aMessageWhoseAnswerIsLostIsFoundAgain(ApiVersion apiVersion) {
        // Given
        sandbox.orders("drop_after_accept", person, 1);
        // When
        failure(UnknownOutcome.class, send(sandbox.brand(), apiVersion));
        // Then
        assertThat(lookedFor(apiVersion)).extracting(Message::text).containsExactly(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatXBrokeAfterIsFoundAgain(ApiVersion apiVersion) {
        // Given
        sandbox.orders("unavailable_after_accept", person, 1);
        // When
        var error = failure(UnknownOutcome.class, send(sandbox.brand(), apiVersion));
        // Then
        assertThat(error.httpStatus()).isEqualTo(503);
        assertThat(lookedFor(apiVersion)).extracting(Message::text).containsExactly(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatXBrokeBeforeIsNot(ApiVersion apiVersion) {
        // Given
        sandbox.orders("unavailable_before", person, 1);
        // When
        var error = failure(UnknownOutcome.class, send(sandbox.brand(), apiVersion));
        // Then
        assertThat(error.httpStatus()).isEqualTo(503);
        assertThat(lookedFor(apiVersion)).isEmpty();
        value(send(sandbox.brand(), apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerAfterTheTimeOutIsLost(ApiVersion apiVersion) {
        // Given
        sandbox.orders("slow", person, 1, ", \"delay_ms\": 60000");
        Timeouts hurry = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(500));
        try (XClient hasty = sandbox.client().timeouts(hurry).build()) {
            // When
            failure(UnknownOutcome.class, send(hasty, apiVersion));
        }
        // Then: X may still be at it
        await().untilAsserted(() ->
                assertThat(lookedFor(apiVersion)).extracting(Message::text).containsExactly(TEXT));
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatXTookAfterTheTimeOutArrivesAllTheSame(ApiVersion apiVersion) {
        // Given
        sandbox.orders("accept_late", person, 1, ", \"delay_ms\": 5000");
        Timeouts hurry = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(500));
        try (XClient hasty = sandbox.client().timeouts(hurry).build()) {
            // When
            failure(UnknownOutcome.class, send(hasty, apiVersion));
        }
        assertThat(lookedFor(apiVersion)).isEmpty();
        // Then
        await().untilAsserted(() ->
                assertThat(lookedFor(apiVersion)).extracting(Message::text).containsExactly(TEXT));
    }

    @ParameterizedTest
    @EnumSource
    void aReadThatXBrokeOnMayBeTriedAgain(ApiVersion apiVersion) {
        // Given
        sandbox.orders("unavailable_before", person, 1, ", \"on\": \"any\"");
        // When // Then
        failure(Unavailable.class, sandbox.brand().users(apiVersion).byId(person.id()));
        value(sandbox.brand().users(apiVersion).byId(person.id()));
    }

    private Answer<SentMessage> send(XClient x, ApiVersion apiVersion) {
        return x.directMessages(apiVersion).send(person.id(), TEXT);
    }

    private List<Message> lookedFor(ApiVersion apiVersion) {
        return value(sandbox.brand().directMessages(apiVersion).recentWith(person.id()))
                .messages();
    }
}
