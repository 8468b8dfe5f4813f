package com.dmverify.api.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationIdTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void anIdIsDrawnForEachOfSixtyFourShards() {
        IntStream.range(0, 64).forEach(shard -> {
            VerificationId id = VerificationId.random(RANDOM, text -> Math.floorMod(text.hashCode(), 64) == shard);

            assertThat(Math.floorMod(id.value().hashCode(), 64)).isEqualTo(shard);
        });
    }

    @Test
    void noTwoIdsAreTheSame() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> VerificationId.random(RANDOM)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ver_",
                "ver_0123456789abcdefghjkmnpqr",
                "ver_0123456789abcdefghjkmnpqrs1",
                "ver_0123456789abcdefghjkmnpqri",
                "ver_0123456789ABCDEFGHJKMNPQRS",
                "VER_0123456789abcdefghjkmnpqrs"
            })
    void everyOtherTextIsNoId(String text) {
        assertThat(VerificationId.isId(text)).isFalse();
        assertThatThrownBy(() -> new VerificationId(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
