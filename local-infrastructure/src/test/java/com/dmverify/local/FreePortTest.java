package com.dmverify.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

    /** Many enough that two equal ones are all but certain where each is drawn by itself. */
    private static final int MANY = 500;

    @Test
    void noPortIsDrawnTwiceThoughNoServerListensOnItYet() {
        assertThat(IntStream.range(0, MANY).mapToObj(draw -> FreePort.any())).doesNotHaveDuplicates();
    }
}
