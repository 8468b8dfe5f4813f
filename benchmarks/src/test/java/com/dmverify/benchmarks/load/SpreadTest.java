package com.dmverify.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void eachKeyGetsFiveOperationsAndTheLastOneIsMarked() {
        Spread spread = Spread.of(10_000, 8);
        assertThat(spread.keys()).isEqualTo(2_000);
        assertThat(IntStream.range(0, 10_000).filter(n -> spread.key(n) == 7)).hasSize(5);
        assertThat(IntStream.range(0, 10_000).filter(spread::isLast)).hasSize(spread.lastOnes(10_000));
    }

    @Test
    void noKeyIsUsedTwiceByOperationsThatAreUnderWayTogether() {
        Spread spread = Spread.of(100, 64);
        Set<Integer> together = new HashSet<>();
        for (int n = 0; n < 64; n++) {
            assertThat(together.add(spread.key(n))).isTrue();
        }
    }

    @Test
    void aRoundThatIsTooShortHasNoLastOperations() {
        assertThat(Spread.of(100, 64).lastOnes(100)).isZero();
    }
}
