package com.dmverify.x.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.RateLimit;
import com.dmverify.x.RateLimit.Window;
import com.dmverify.x.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.HeaderGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderFieldsTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));

    @Test
    void rateLimitsOfAllWindowsAreRead() {
        // When
        RateLimits limits = fields(Map.of(
                        "x-rate-limit-limit", "15",
                        "x-rate-limit-remaining", "14",
                        "x-rate-limit-reset", "1700000900",
                        "x-user-limit-24hour-limit", "1440",
                        "x-user-limit-24hour-remaining", "0",
                        "x-user-limit-24hour-reset", "1700086400",
                        "x-app-limit-24hour-limit", "1440",
                        "x-app-limit-24hour-remaining", "7",
                        "x-app-limit-24hour-reset", "1700090000"))
                .limits(NOW);
        // Then
        assertThat(limits.of(Window.FIFTEEN_MINUTES))
                .contains(new RateLimit(Window.FIFTEEN_MINUTES, 15, 14, Instant.ofEpochSecond(1700000900)));
        assertThat(limits.of(Window.APP_24_HOURS)).map(RateLimit::remaining).contains(7L);
        // X's 15-minute reset is misleading here.
        assertThat(limits.exhaustedUntil()).contains(Instant.ofEpochSecond(1700086400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999999999999"})
    void malformedHeadersCountAsAbsent(String odd) {
        HeaderFields fields = fields(Map.of(
                "x-rate-limit-limit",
                "15",
                "x-rate-limit-remaining",
                "1",
                "x-rate-limit-reset",
                odd,
                "date",
                odd,
                "retry-after",
                odd));
        assertThat(fields.limits(NOW)).isEqualTo(RateLimits.none());
        assertThat(fields.date()).isEmpty();
        assertThat(fields.retryAfter(InstantSource.system())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fri, 28 Oct 2022 01:01:33 GMT", "Fri, 28 Oct 2022 01:01:33 UTC"})
    void theDateIsRead(String date) {
        assertThat(fields(Map.of("date", date)).date()).contains(Instant.parse("2022-10-28T01:01:33Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "Tue, 14 Nov 2023 22:13:20 GMT"})
    void aRetryAfterOfNowIsReturnedUnchanged(String now) {
        assertThat(fields(Map.of("retry-after", now)).retryAfter(NOW)).contains(NOW.instant());
    }

    @Test
    void aRetryAfterInThePastIsReturnedUnchanged() {
        assertThat(fields(Map.of("retry-after", "Tue, 14 Nov 2023 22:13:10 GMT"))
                        .retryAfter(NOW))
                .contains(NOW.instant().minusSeconds(10));
    }

    @Test
    void noDateOfXIsLaterThanItsLongestWindow() {
        HeaderFields fields = fields(Map.of(
                "x-rate-limit-limit", "15",
                "x-rate-limit-remaining", "0",
                "x-rate-limit-reset", "99999999999",
                "retry-after", "99999999999"));

        assertThat(fields.limits(NOW)).isEqualTo(RateLimits.none());
        assertThat(fields.retryAfter(NOW)).contains(NOW.instant().plus(Duration.ofDays(2)));
    }

    private static HeaderFields fields(Map<String, String> headers) {
        HeaderGroup group = new HeaderGroup();
        headers.forEach((name, value) -> group.addHeader(new BasicHeader(name, value)));
        return new HeaderFields(group);
    }
}
