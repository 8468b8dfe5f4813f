package com.dmverify.wire;

import static com.dmverify.wire.Outcome.failure;
import static com.dmverify.wire.Outcome.value;
import static com.dmverify.wire.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.Generation;
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
    void aMessageWhoseAnswerIsLostIsFoundAgain(Generation generation) {
        // Given
        sandbox.orders("drop_after_accept", person, 1);
        // When
        failure(UnknownOutcome.class, send(sandbox.brand(), generation));
        // Then
        assertThat(lookedFor(generation)).extracting(Message::text).containsExactly(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatXBrokeAfterIsFoundAgain(Generation generation) {
        // Given
        sandbox.orders("unavailable_after_accept", person, 1);
        // When
        var error = failure(UnknownOutcome.class, send(sandbox.brand(), generation));
        // Then
        assertThat(error.httpStatus()).isEqualTo(503);
        assertThat(lookedFor(generation)).extracting(Message::text).containsExactly(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatXBrokeBeforeIsNot(Generation generation) {
        // Given
        sandbox.orders("unavailable_before", person, 1);
        // When
        var error = failure(UnknownOutcome.class, send(sandbox.brand(), generation));
        // Then
        assertThat(error.httpStatus()).isEqualTo(503);
        assertThat(lookedFor(generation)).isEmpty();
        value(send(sandbox.brand(), generation));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerAfterTheTimeOutIsLost(Generation generation) {
        // Given
        sandbox.orders("slow", person, 1, ", \"delay_ms\": 60000");
        Timeouts hurry = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(500));
        try (XClient hasty = sandbox.client().timeouts(hurry).build()) {
            // When
            failure(UnknownOutcome.class, send(hasty, generation));
        }
        // Then: X may still be at it
        await().untilAsserted(() ->
                assertThat(lookedFor(generation)).extracting(Message::text).containsExactly(TEXT));
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatXTookAfterTheTimeOutArrivesAllTheSame(Generation generation) {
        // Given
        sandbox.orders("accept_late", person, 1, ", \"delay_ms\": 5000");
        Timeouts hurry = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(500));
        try (XClient hasty = sandbox.client().timeouts(hurry).build()) {
            // When
            failure(UnknownOutcome.class, send(hasty, generation));
        }
        assertThat(lookedFor(generation)).isEmpty();
        // Then
        await().untilAsserted(() ->
                assertThat(lookedFor(generation)).extracting(Message::text).containsExactly(TEXT));
    }

    @ParameterizedTest
    @EnumSource
    void aReadThatXBrokeOnMayBeTriedAgain(Generation generation) {
        // Given
        sandbox.orders("unavailable_before", person, 1, ", \"on\": \"any\"");
        // When // Then
        failure(Unavailable.class, sandbox.brand().users(generation).byId(person.id()));
        value(sandbox.brand().users(generation).byId(person.id()));
    }

    private Answer<SentMessage> send(XClient x, Generation generation) {
        return x.directMessages(generation).send(person.id(), TEXT);
    }

    private List<Message> lookedFor(Generation generation) {
        return value(sandbox.brand().directMessages(generation).recentWith(person.id()))
                .messages();
    }
}
