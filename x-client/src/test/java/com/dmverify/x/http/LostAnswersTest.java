package com.dmverify.x.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.Timeouts;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.recorded.RecordedX;
import com.dmverify.x.recorded.Recording;
import com.dmverify.x.recorded.StumblingX;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LostAnswersTest {

    private static final UserId SOMEBODY = new UserId("844385345234");

    /** Long enough to send a request on a slow machine; a missing response takes this long. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** For calls that end before any time-out. */
    private static final Duration LONG = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(StumblingX.Stumble.class)
    void aLostAnswerToAWriteIsAnUnknownOutcome(StumblingX.Stumble stumble) {
        try (StumblingX x = new StumblingX(stumble);
                XClient client = client(x.url(), patience(stumble))) {
            // When
            Answer<?> answer = client.directMessages(ApiVersion.V2).send(SOMEBODY, "Your code is 493021");
            // Then
            assertThat(error(answer)).isInstanceOf(XError.UnknownOutcome.class);
            assertThat(error(answer).detail()).isNotBlank().doesNotContain("493021");
            assertThat(x.requests()).singleElement().asString().endsWith("{\"text\":\"Your code is 493021\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(StumblingX.Stumble.class)
    void aLostAnswerToAReadIsUnavailable(StumblingX.Stumble stumble) {
        try (StumblingX x = new StumblingX(stumble);
                XClient client = client(x.url(), patience(stumble))) {
            Answer<?> answer = client.users(ApiVersion.V2).byId(SOMEBODY);
            assertThat(error(answer)).isInstanceOf(XError.Unavailable.class);
        }
    }

    @Test
    void aLostAnswerToAWriteWithoutABodyIsAnUnknownOutcome() {
        try (StumblingX x = new StumblingX(StumblingX.Stumble.CUT_AFTER_THE_REQUEST);
                XClient client = client(x.url(), LONG)) {
            Answer<?> answer = client.conversations().block(SOMEBODY);
            assertThat(error(answer)).isInstanceOf(XError.UnknownOutcome.class);
        }
    }

    @Test
    void aRefusedConnectionIsUnavailable() throws IOException {
        // Given
        int port;
        try (ServerSocket freed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = freed.getLocalPort();
        }
        try (XClient client = client(URI.create("http://127.0.0.1:" + port), LONG)) {
            // When
            Answer<?> answer = client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello");
            Answer<?> withoutBody = client.conversations().block(SOMEBODY);
            // Then
            assertThat(error(answer)).isInstanceOf(XError.Unavailable.class);
            assertThat(error(withoutBody)).isInstanceOf(XError.Unavailable.class);
        }
    }

    @Test
    void aFailedHandshakeIsUnavailable() {
        try (StumblingX x = new StumblingX(StumblingX.Stumble.CUT_AFTER_THE_REQUEST);
                XClient client = client(URI.create(x.url().toString().replace("http:", "https:")), LONG)) {
            Answer<?> answer = client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello");
            assertThat(error(answer)).isInstanceOf(XError.Unavailable.class);
        }
    }

    @Test
    void anEndlessHandshakeIsUnavailable() {
        try (StumblingX x = new StumblingX(StumblingX.Stumble.SILENCE);
                XClient client = client(URI.create(x.url().toString().replace("http:", "https:")), SHORT)) {
            Answer<?> answer = client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello");
            assertThat(error(answer)).isInstanceOf(XError.Unavailable.class);
        }
    }

    @Test
    void anAnswerThatIsTooLongIsAnUnknownOutcome() {
        String user = "{\"data\":{\"id\":\"12\",\"username\":\"jack\",\"name\":\"" + "x".repeat(9 << 20) + "\"}}";
        try (RecordedX x = new RecordedX().says(200, user);
                XClient client = XClient.builder()
                        .baseUrl(x.url())
                        .credentials(RecordedX.BRAND)
                        .build()) {
            assertThat(error(client.users(ApiVersion.V2).byId(SOMEBODY))).isInstanceOf(XError.Unavailable.class);
        }
    }

    @Test
    void aCallWithoutTimeLeftIsUnavailable() {
        try (RecordedX x = new RecordedX().says("v2-dm-created.http");
                XClient client = client(x.url(), Duration.ofNanos(1))) {
            Answer<?> answer = client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello");
            assertThat(error(answer)).isInstanceOf(XError.Unavailable.class);
            assertThat(x.asked()).isEmpty();
        }
    }

    @RepeatedTest(30)
    void aShortTimeOutNeverCausesAnException(RepetitionInfo repetition) {
        Duration little = Duration.ofNanos(20_000L * repetition.getCurrentRepetition());
        try (StumblingX x = new StumblingX(StumblingX.Stumble.SILENCE);
                XClient client = client(x.url(), little)) {
            assertThat(client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello"))
                    .isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void anAnswerWithTooLargeHeadersIsAnUnknownOutcome() {
        String user = "{\"data\":{\"id\":\"12\",\"username\":\"jack\",\"name\":\"Jack\"}}";
        try (RecordedX x = new RecordedX().says(Recording.of(200, user).with("x-long", "x".repeat(40_000)));
                XClient client = XClient.builder()
                        .baseUrl(x.url())
                        .credentials(RecordedX.BRAND)
                        .build()) {
            assertThat(error(client.users(ApiVersion.V2).byId(SOMEBODY))).isInstanceOf(XError.Unavailable.class);
        }
    }

    @Test
    void anInterruptedThreadSendsNothing() {
        try (StumblingX x = new StumblingX(StumblingX.Stumble.SILENCE);
                XClient client = client(x.url(), LONG)) {
            // Given
            Thread.currentThread().interrupt();
            // When
            Answer<?> answer = client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello");
            // Then
            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer).isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void theRequestTimeOutHoldsAlsoInALongerCall() {
        Timeouts shortRequests = new Timeouts(LONG, SHORT, LONG);
        try (StumblingX x = new StumblingX(StumblingX.Stumble.SILENCE);
                XClient client = XClient.builder()
                        .baseUrl(x.url())
                        .credentials(RecordedX.BRAND)
                        .timeouts(shortRequests)
                        .build()) {
            // When
            Answer<?> answer = client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello");
            // Then
            assertThat(error(answer)).isEqualTo(new XError.UnknownOutcome("no answer in time", null));
        }
    }

    private static Duration patience(StumblingX.Stumble stumble) {
        return switch (stumble) {
            case SILENCE, SILENCE_IN_THE_BODY -> SHORT;
            case CUT_AFTER_THE_REQUEST, CUT_IN_THE_HEADERS, CUT_IN_THE_BODY -> LONG;
        };
    }

    private static XClient client(URI url, Duration patience) {
        return XClient.builder()
                .baseUrl(url)
                .credentials(RecordedX.BRAND)
                .timeouts(new Timeouts(LONG, patience))
                .build();
    }

    private static XError error(Answer<?> answer) {
        return ((Answer.Failed<?>) answer).error();
    }
}
