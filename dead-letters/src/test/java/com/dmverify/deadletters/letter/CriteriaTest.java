package com.dmverify.deadletters.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaTest {

    private final Letter letter = ALetter.ofTheSender().build();

    @Test
    void withoutCriteriaEveryLetterIsMeant() {
        assertThat(Criteria.ALL.match(letter)).isTrue();
    }

    @Test
    void theCauseContainsTheTextInAnyCase() {
        assertThat(because("UNKNOWN acc").match(letter)).isTrue();
        assertThat(because("unknown schema").match(letter)).isFalse();
        assertThat(because("x").match(ALetter.in("x.dlt").build())).isFalse();
    }

    @Test
    void sinceIncludesItsInstant() {
        assertThat(since(ALetter.WRITTEN).match(letter)).isTrue();
        assertThat(since(ALetter.WRITTEN.plusMillis(1)).match(letter)).isFalse();
    }

    @Test
    void aLimitIsAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Criteria(List.of(), null, null, 0));
    }

    private static Criteria because(String cause) {
        return new Criteria(List.of(), cause, null, 1);
    }

    private static Criteria since(Instant since) {
        return new Criteria(List.of(), null, since, 1);
    }
}
