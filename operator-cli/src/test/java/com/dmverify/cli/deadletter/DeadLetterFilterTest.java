package com.dmverify.cli.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterFilterTest {

    private final DeadLetter letter = DeadLetterBuilder.ofDmSender().build();

    @Test
    void anEmptyFilterMatchesEveryDeadLetter() {
        assertThat(DeadLetterFilter.ALL.matches(letter)).isTrue();
    }

    @Test
    void theCauseIsMatchedCaseInsensitively() {
        assertThat(cause("UNKNOWN acc").matches(letter)).isTrue();
        assertThat(cause("unknown schema").matches(letter)).isFalse();
        assertThat(cause("x").matches(DeadLetterBuilder.in("x.dlt").build())).isFalse();
    }

    @Test
    void sinceIncludesItsInstant() {
        assertThat(since(DeadLetterBuilder.WRITTEN).matches(letter)).isTrue();
        assertThat(since(DeadLetterBuilder.WRITTEN.plusMillis(1)).matches(letter))
                .isFalse();
    }

    @Test
    void aLimitIsAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeadLetterFilter(List.of(), null, null, 0));
    }

    private static DeadLetterFilter cause(String cause) {
        return new DeadLetterFilter(List.of(), cause, null, 1);
    }

    private static DeadLetterFilter since(Instant since) {
        return new DeadLetterFilter(List.of(), null, since, 1);
    }
}
