package com.dmverify.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PastInstantConverterTest {

    private final PastInstantConverter converter =
            new PastInstantConverter(InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z")));

    @ParameterizedTest
    @CsvSource({
        "90s, 2026-11-20T09:58:30Z",
        "90m, 2026-11-20T08:30:00Z",
        "1h30m, 2026-11-20T08:30:00Z",
        "2d, 2026-11-18T10:00:00Z",
        "2d3h, 2026-11-18T07:00:00Z",
        "PT1H, 2026-11-20T09:00:00Z",
        "p1dt1h, 2026-11-19T09:00:00Z",
        "P99999999999D, 1970-01-01T00:00:00Z",
        "2026-11-19T00:00:00Z, 2026-11-19T00:00:00Z",
        "2026-11-19T01:00:00+01:00, 2026-11-19T00:00:00Z",
    })
    void durationsAndInstantsAreRead(String text, Instant expected) {
        assertThat(converter.convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "",
                "1",
                "m",
                "1m2h",
                "-1h",
                "PT-1H",
                "2026-11-20T10:00:01Z",
                "+999999999-01-01T00:00:00Z",
                "2026-11-19",
                "yesterday",
                "99999999d",
                "P999999999999999D"
            })
    void otherTextIsRefused(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.convert(text))
                .withMessageContaining(text);
    }
}
