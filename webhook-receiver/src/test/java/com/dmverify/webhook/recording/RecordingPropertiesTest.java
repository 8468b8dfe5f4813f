package com.dmverify.webhook.recording;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordingPropertiesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void invalidPropertiesAreRefusedWithTheirName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordingProperties(Duration.ofMillis(99), 1, HOUR))
                .withMessageContaining("dm-verify.webhook.recording.acknowledgement-timeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordingProperties(HOUR, -1, HOUR))
                .withMessageContaining("dm-verify.webhook.recording.deduplication-cache-size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordingProperties(HOUR, 1, Duration.ZERO))
                .withMessageContaining("dm-verify.webhook.recording.deduplication-cache-ttl");
    }
}
