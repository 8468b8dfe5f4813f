package com.dmverify.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.benchmarks.round.Effort;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Effort USUAL = new Effort(5, Duration.ofSeconds(4), Duration.ofSeconds(20));

    @Test
    void whatIsNotGivenIsAsUsual() {
        assertThat(Options.of("send").effort(USUAL)).isEqualTo(USUAL);
        assertThat(Options.of("send").profile()).isFalse();
    }

    @Test
    void whatIsGivenCounts() {
        // When
        Options options =
                Options.of("send", "--rounds=9", "--seconds=10", "--warm-up=60", "--connections=8", "--profile");
        // Then
        assertThat(options.effort(USUAL)).isEqualTo(new Effort(9, Duration.ofSeconds(10), Duration.ofSeconds(60)));
        assertThat(options.number("connections", 64)).isEqualTo(8);
        assertThat(options.profile()).isTrue();
    }

    @Test
    void anUnknownOptionOrValueIsRefused() {
        for (String nonsense : new String[] {"--rounds", "--rounds=", "--rounds=many", "--rounds=-1", "--speed=9"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Options.of("send", nonsense));
        }
        assertThatIllegalArgumentException().isThrownBy(Options::of);
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("send", "sign"));
    }

    @Test
    void anUnknownNameEndsWithStatusTwo() throws IOException {
        assertThat(Benchmarks.end("fly")).isEqualTo(2);
        assertThat(Benchmarks.end()).isEqualTo(2);
    }

    @Test
    void eachNameOfTheUsageIsABenchmark() {
        assertThat(new Catalogue(Options.of("all")).names())
                .contains("accept", "check", "receive", "send", "sign", "startup", "memory");
    }
}
