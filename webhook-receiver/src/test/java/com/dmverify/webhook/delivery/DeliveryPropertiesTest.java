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
        assertThat(new DeliveryProperties(DataSize.parse("1MB"), Duration.ZERO).maxBodyBytes())
                .isEqualTo(1_048_576);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0B", "-1B", "1025KB"})
    void sizesThatCannotWorkAreRefusedByName(String size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliveryProperties(DataSize.parse(size), Duration.ZERO))
                .withMessageContaining("dm-verify.webhook.delivery.max-body-size");
    }
}
