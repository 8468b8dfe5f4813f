package com.dmverify.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {

    @ParameterizedTest
    @CsvSource({
        "purpose, /purpose",
        "target.userId, /target/user_id",
        "metadata[planType], /metadata/planType",
        "metadata[a/b~c], /metadata/a~1b~0c",
    })
    void aFieldsPathIsAJsonPointer(String path, String pointer) {
        assertThat(SnakeCase.pointer(path)).isEqualTo(pointer);
    }
}
