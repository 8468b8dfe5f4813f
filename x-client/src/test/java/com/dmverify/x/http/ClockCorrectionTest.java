package com.dmverify.x.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.ClockOffset;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.recorded.Asked;
import com.dmverify.x.recorded.RecordedX;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClockCorrectionTest {

    private static final UserId SOMEBODY = new UserId("844385345234");
    private static final String OUT_OF_BOUNDS =
            "{\"errors\":[{\"code\":135,\"message\":\"Timestamp out of bounds.\"}]}";
    private static final Pattern TIMESTAMP = Pattern.compile("oauth_timestamp=\"(\\d+)\"");

    /** A clock that stopped long ago; the server's {@code Date} is right. */
    private static final InstantSource STOPPED = InstantSource.fixed(Instant.parse("2020-01-01T00:00:00Z"));

    @Test
    void theClockIsCorrectedOnceAndStaysCorrected() {
        try (RecordedX x = new RecordedX().says(401, OUT_OF_BOUNDS).says("v2-dm-created.http");
                XClient client = client(x)) {
            // When
            Answer<?> first = client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello");
            Answer<?> second = client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello");
            // Then
            assertThat(first).isInstanceOf(Answer.Ok.class);
            assertThat(second).isInstanceOf(Answer.Ok.class);
            assertThat(x.asked()).hasSize(3);
            assertThat(timestamp(x.asked().get(0))).isEqualTo(STOPPED.instant().getEpochSecond());
            long now = InstantSource.system().instant().getEpochSecond();
            assertThat(timestamp(x.asked().get(1))).isCloseTo(now, within(60L));
            assertThat(timestamp(x.asked().get(2))).isCloseTo(now, within(60L));
        }
    }

    @Test
    void theClockIsNotCorrectedTwiceInACall() {
        try (RecordedX x = new RecordedX().says(401, OUT_OF_BOUNDS);
                XClient client = client(x)) {
            // When
            Answer<?> answer = client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello");
            // Then
            assertThat(((Answer.Failed<?>) answer).error())
                    .isEqualTo(new XError.ClockSkewed("Timestamp out of bounds.", 401));
            assertThat(x.asked()).hasSize(2);
        }
    }

    @Test
    void everyResponseUpdatesTheOffset() {
        try (RecordedX x = new RecordedX().says("v2-dm-created.http");
                XClient client = client(x)) {
            assertThat(client.clockOffset()).isEmpty();
            // When
            client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello");
            // Then
            ClockOffset offset = client.clockOffset().orElseThrow();
            assertThat(STOPPED.instant().plus(offset.most()))
                    .isCloseTo(InstantSource.system().instant(), within(60, ChronoUnit.SECONDS));
            assertThat(offset.exceeds(Duration.ofDays(365))).isTrue();
        }
    }

    private static XClient client(RecordedX x) {
        return XClient.builder()
                .baseUrl(x.url())
                .credentials(RecordedX.BRAND)
                .clock(STOPPED)
                .build();
    }

    private static long timestamp(Asked asked) {
        Matcher matcher = TIMESTAMP.matcher(asked.header("authorization"));
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
