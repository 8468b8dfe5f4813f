package com.dmverify.api.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.tenant.UnknownAccountException;
import com.dmverify.api.verification.UserId;
import java.net.ConnectException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Exceptions;

class RecordFailureTest {

    static Stream<Arguments> failures() {
        RuntimeException damage = new IllegalStateException("damage");
        RuntimeException notYet = new UnknownAccountException(new UserId("1"));
        Exception unavailable = new ConnectException("refused");
        return Stream.of(
                Arguments.of(damage, RecordFailure.PERMANENT),
                Arguments.of(notYet, RecordFailure.NOT_YET),
                Arguments.of(unavailable, RecordFailure.UNAVAILABLE),
                Arguments.of(Exceptions.multiple(damage, damage), RecordFailure.PERMANENT),
                Arguments.of(Exceptions.multiple(damage, notYet), RecordFailure.NOT_YET),
                Arguments.of(Exceptions.multiple(damage, notYet, unavailable), RecordFailure.UNAVAILABLE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void thePartWithTheBestChanceDecides(Throwable error, RecordFailure failure) {
        assertThat(RecordFailure.of(error)).isEqualTo(failure);
    }
}
