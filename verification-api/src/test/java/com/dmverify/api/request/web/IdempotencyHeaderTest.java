package com.dmverify.api.request.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.request.IdempotencyKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class IdempotencyHeaderTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            6f1c2f7e-1,     6f1c2f7e-1
            "6f1c2f7e-1",   6f1c2f7e-1
            "a\\"b\\\\c",   a"b\\c
            ~!{}",          ~!{}"
            """)
    void aKeyIsTakenQuotedOrNot(String sent, String key) {
        assertThat(of(sent)).isEqualTo(new IdempotencyKey(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"\"",
                "a b",
                "\"a b\"",
                "\"a",
                "\"a\"b\"",
                "\"a\\b\"",
                "caf\u00e9",
                "a\u007f",
                "\u0001"
            })
    void whatIsNoKeyIsNamed(String sent) {
        assertThatThrownBy(() -> of(sent)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
            assertThat(problem.errors().getFirst().header()).isEqualTo("Idempotency-Key");
        });
    }

    @Test
    void aKeyHasAtMost255Characters() {
        assertThat(of("k".repeat(255))).isNotNull();
        assertThatThrownBy(() -> of("k".repeat(256))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 7_900})
    void anOverlongQuotedKeyIsAProblemAndNoError(int length) {
        assertThatThrownBy(() -> of("\"" + "k".repeat(length) + "\"")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> of("\"" + "\\\\".repeat(length / 2) + "\"")).isInstanceOf(Problem.class);
    }

    @Test
    void aQuotedKeyOf255EscapedCharactersIsTaken() {
        assertThat(of("\"" + "\\\\".repeat(255) + "\"")).isEqualTo(new IdempotencyKey("\\".repeat(255)));
    }

    @Test
    void aRequestHasOneKeyOrNone() {
        assertThat(IdempotencyHeader.of(new HttpHeaders())).isNull();
        HttpHeaders two = new HttpHeaders();
        two.add("idempotency-key", "a");
        two.add("idempotency-key", "b");
        assertThatThrownBy(() -> IdempotencyHeader.of(two)).isInstanceOf(Problem.class);
    }

    private static IdempotencyKey of(String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("idempotency-key", value);
        return IdempotencyHeader.of(headers);
    }
}
