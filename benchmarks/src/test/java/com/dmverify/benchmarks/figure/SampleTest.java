package com.dmverify.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void medianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Sample.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void medianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Sample.of(10, 2, 4, 100).median()).isEqualTo(7);
    }

    @Test
    void oneDisturbedRoundMovesTheEndsAlone() {
        // Given
        Sample disturbed = Sample.of(100, 101, 3, 99, 102);
        // Then
        assertThat(disturbed.median()).isEqualTo(100);
        assertThat(disturbed.lowest()).isEqualTo(3);
        assertThat(disturbed.highest()).isEqualTo(102);
    }

    @Test
    void nothingAndNonsenseAreNoSample() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(-1));
    }
}
