package com.dmverify.support.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedPathTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/targets/2000000000000000001, /v1/targets/*",
        "/v1/targets/@jack/reachability, /v1/targets/*/reachability",
        "/v1/targets/jack/reachability, /v1/targets/*/reachability",
        "/v1/targets/%40jack/reachability, /v1/targets/*/reachability",
        "/v2/@jack, /v2/*",
        "/v2/12/x, /v2/*/x",
        "/v1/verifications/ver_2kq7h3v5x9m1c4n8b6d0f2g4j7/checks, /v1/verifications/ver_2kq7h3v5x9m1c4n8b6d0f2g4j7/checks"
    })
    void whatNamesAPersonIsLeftOut(String path, String logged) {
        assertThat(LoggedPath.of(path)).isEqualTo(logged);
    }
}
