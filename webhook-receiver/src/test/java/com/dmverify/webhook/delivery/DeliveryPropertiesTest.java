package com.dmverify.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class DeliveryPropertiesTest {

    @Test
    void theLargestBodyIsOneMebibyte() {
        assertThat(with(DataSize.parse("1MB"), 1, DataSize.parse("1MB")).maxBodyBytes())
                .isEqualTo(1_048_576);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0B", "-1B", "1025KB"})
    void invalidSizesAreRefusedWithTheirProperty(String size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(DataSize.parse(size), 1, DataSize.parse("2MB")))
                .withMessageContaining("dm-verify.webhook.delivery.max-body-size");
    }

    @Test
    void limitsThatAdmitNoDeliveryAreRefusedWithTheirProperty() {
        DataSize body = DataSize.parse("1MB");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(body, 0, body))
                .withMessageContaining("dm-verify.webhook.delivery.max-in-flight");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(body, 1, DataSize.parse("1023KB")))
                .withMessageContaining("dm-verify.webhook.delivery.max-bytes-in-flight");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliveryProperties(body, Duration.ZERO, 1, body, Duration.ZERO))
                .withMessageContaining("dm-verify.webhook.delivery.body-timeout");
    }

    private static DeliveryProperties with(DataSize body, int inFlight, DataSize bytes) {
        return new DeliveryProperties(body, Duration.ofSeconds(5), inFlight, bytes, Duration.ZERO);
    }
}
