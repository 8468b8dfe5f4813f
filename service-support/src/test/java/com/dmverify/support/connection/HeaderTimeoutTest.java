package com.dmverify.support.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeaderTimeoutTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HeaderTimeout deadline = new HeaderTimeout(TIMEOUT);
    private final EmbeddedChannel channel = new EmbeddedChannel(deadline);

    HeaderTimeoutTest() {
        channel.freezeTime();
    }

    @AfterEach
    void release() {
        channel.finishAndReleaseAll();
    }

    @Test
    void aConnectionWithSlowHeadersIsClosed() {
        // Given
        for (int i = 0; i < 10; i++) {
            bytes();
            pass(Duration.ofMillis(999));
        }
        boolean before = channel.isOpen();

        // When
        pass(Duration.ofMillis(10));

        // Then
        assertThat(before).isTrue();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void completeHeadersHaveNoTimeOut() {
        // Given
        bytes();
        deadline.arrived();

        // When
        bytes();
        pass(TIMEOUT.plusSeconds(1));

        // Then
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void theNextRequestHasItsOwnTimeOut() {
        // Given
        bytes();
        deadline.arrived();
        deadline.await();
        pass(TIMEOUT.plusSeconds(1));
        boolean idle = channel.isOpen();

        // When
        bytes();
        pass(TIMEOUT);

        // Then
        assertThat(idle).isTrue();
        assertThat(channel.isOpen()).isFalse();
    }

    private void bytes() {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {'G'}));
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }
}
