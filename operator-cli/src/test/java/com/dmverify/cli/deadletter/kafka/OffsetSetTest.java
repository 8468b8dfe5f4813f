package com.dmverify.cli.deadletter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OffsetSetTest {

    @Test
    void theSetContainsWhatWasAdded() {
        // Given
        OffsetSet ranges = new OffsetSet();
        Set<Long> expected = new HashSet<>();
        Random random = new Random(7);

        // When
        for (int i = 0; i < 400; i++) {
            long offset = random.nextInt(600);
            ranges.add(offset);
            expected.add(offset);
        }

        // Then
        assertThat(LongStream.range(0, 600).filter(ranges::contains)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void consecutiveOffsetsAreOneEntryInAnyOrder() {
        // Given
        OffsetSet ranges = new OffsetSet();

        // When
        LongStream.range(0, 1000).map(i -> i * 7 % 1000).forEach(ranges::add);

        // Then
        assertThat(ranges.size()).isEqualTo(1);
        assertThat(ranges.contains(1000)).isFalse();
    }
}
