package com.dmverify.api.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.timeline.Timeline.Entry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a timeline; {@code LiveIT} makes one. */
class TimelineTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void entriesAreReadWithTimesAndCauses() {
        assertThat(new Timeline("o,s1jk,r1jk:resend,(disputed)1").entries(START))
                .containsExactly(
                        new Entry(START, "opened", null),
                        new Entry(START.plusMillis(2000), "code_sent", null),
                        new Entry(START.plusMillis(4000), "requeued", "resend"),
                        new Entry(START.plusMillis(4001), "disputed", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "O", "o-1", "s:", "s1:A", "()", "ozzzzzzzzzz"})
    void whatCannotBeReadIsLeftOut(String text) {
        assertThat(new Timeline(text).entries(START)).isEmpty();
    }
}
