package com.dmverify.api.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.api.TestPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PolicyTest {

    @Test
    void nothingConfiguredIsTheDocumentedPolicy() {
        assertThat(bound(Map.of())).isEqualTo(TestPolicy.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "code-digits, 5, 6 to 10",
        "code-digits, 11, 6 to 10",
        "code-life, 11m, at most 10m",
        "code-life, 0s, at most 10m",
        "send-within, 0s, positive",
        "report-grace, -1s, negative",
        "wait-for-user, 0s, positive",
        "tries, 0, 1 to 10",
        "tries, 11, 1 to 10",
        "sends, 0, at least 1",
        "resumes, 0, at least 1",
        "resend-after, -1s, negative",
        "fresh-code-below, 10m, shorter than code-life",
        "keep-terminal, 1h, shorter than a verification can run",
    })
    void aNumberThatCannotBeIsRefusedAtStart(String name, String value, String why) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bound(Map.of("dm-verify.policy." + name, value)))
                .havingRootCause()
                .withMessageContaining("dm-verify.policy")
                .withMessageContaining(why);
    }

    @Test
    void aSenderThatDiedAtTheDeadlineIsWaitedForUntilItsMessageWasLookedFor() {
        Duration lease = Duration.ofSeconds(40);
        Duration search = Duration.ofSeconds(20);
        Duration threeCallsToX = Duration.ofSeconds(30);
        Duration handOver = Duration.ofSeconds(10);
        assertThat(TestPolicy.DEFAULT.reportGrace())
                .isGreaterThan(lease.plus(search).plus(threeCallsToX).plus(handOver));
    }

    @Test
    void noVerificationIsPendingForLongerThanTheLongestRun() {
        assertThat(TestPolicy.DEFAULT.longestRun())
                .isEqualTo(Duration.ofMinutes(30 + 4 * (5 + 10)).plusSeconds(4 * 120));
    }

    private static Policy bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("dm-verify.policy", Policy.class);
    }
}
