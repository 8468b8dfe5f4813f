package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static com.dmverify.xcontract.Waiting.await;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a lost answer the client reports an unknown outcome, and reading the conversation shows whether X has the message. */
class LostAnswersIT {

    private static final String TEXT = "Your code is 493021";

    private final Sandbox sandbox = Sandbox.shared();
    private final SandboxUser person = sandbox.follower();

    @ParameterizedTest
    @EnumSource
    void aMessageIsFoundAfterALostAnswer(ApiVersion apiVersion) {
        // Given
        sandbox.injects("drop_after_accept", person, 1);
        // When
        failure(UnknownOutcome.class, send(sandbox.brand(), apiVersion));
        // Then
        assertThat(recentMessages(apiVersion)).extracting(Message::text).containsExactly(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageIsFoundAfterA503ThatFollowedTheAcceptance(ApiVersion apiVersion) {
        // Given
        sandbox.injects("unavailable_after_accept", person, 1);
        // When
        var error = failure(UnknownOutcome.class, send(sandbox.brand(), apiVersion));
        // Then
        assertThat(error.httpStatus()).isEqualTo(503);
        assertThat(recentMessages(apiVersion)).extracting(Message::text).containsExactly(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageIsNotFoundAfterA503WithoutAcceptance(ApiVersion apiVersion) {
        // Given
        sandbox.injects("unavailable_before", person, 1);
        // When
        var error = failure(UnknownOutcome.class, send(sandbox.brand(), apiVersion));
        // Then
        assertThat(error.httpStatus()).isEqualTo(503);
        assertThat(recentMessages(apiVersion)).isEmpty();
        value(send(sandbox.brand(), apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aMessageIsFoundAfterAnAnswerThatCameTooLate(ApiVersion apiVersion) {
        // Given
        sandbox.injects("slow", person, 1, ", \"delay_ms\": 60000");
        Timeouts hurry = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(500));
        try (XClient hasty = sandbox.client().timeouts(hurry).build()) {
            // When
            failure(UnknownOutcome.class, send(hasty, apiVersion));
        }
        // Then: X may accept the message a moment later
        await().untilAsserted(() ->
                assertThat(recentMessages(apiVersion)).extracting(Message::text).containsExactly(TEXT));
    }

    /** Both API versions in one test: they wait for X at the same time. */
    @Test
    void aMessageThatXAcceptsAfterTheTimeOutArrives() {
        // Given
        sandbox.injects("accept_late", person, 2, ", \"delay_ms\": 5000");
        Timeouts hurry = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(500));
        try (XClient hasty = sandbox.client().timeouts(hurry).build()) {
            // When
            failure(UnknownOutcome.class, send(hasty, ApiVersion.V1_1));
            failure(UnknownOutcome.class, send(hasty, ApiVersion.V2));
        }
        assertThat(recentMessages(ApiVersion.V2)).isEmpty();
        // Then
        await().untilAsserted(() -> assertThat(recentMessages(ApiVersion.V2))
                .extracting(Message::text)
                .containsExactly(TEXT, TEXT));
        assertThat(recentMessages(ApiVersion.V1_1)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aReadThatFailedCanBeRepeated(ApiVersion apiVersion) {
        // Given
        sandbox.injects("unavailable_before", person, 1, ", \"on\": \"any\"");
        // When // Then
        failure(Unavailable.class, sandbox.brand().users(apiVersion).byId(person.id()));
        value(sandbox.brand().users(apiVersion).byId(person.id()));
    }

    private Answer<SentMessage> send(XClient x, ApiVersion apiVersion) {
        return x.directMessages(apiVersion).send(person.id(), TEXT);
    }

    private List<Message> recentMessages(ApiVersion apiVersion) {
        return value(sandbox.brand().directMessages(apiVersion).recentWith(person.id()))
                .messages();
    }
}
