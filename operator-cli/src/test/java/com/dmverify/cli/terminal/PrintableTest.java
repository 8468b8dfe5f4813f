package com.dmverify.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void controlCharactersAreReplaced() {
        // Given: escape sequences of 7 and 8 bits, a carriage return, a line break, a change of direction.
        String hostile = "a\u001B[2Jb\u009B2Jc\rd\ne\u202Ef";

        // When, Then
        assertThat(Printable.line(hostile)).isEqualTo("a\uFFFD[2Jb\uFFFD2Jc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(Printable.lines(hostile)).contains("d\ne");
    }

    @Test
    void otherTextIsUnchanged() {
        assertThat(Printable.line("Zoë 東京 🎉")).isEqualTo("Zoë 東京 🎉");
    }

    @Test
    void aLongLineEndsWithAnEllipsis() {
        assertThat(Printable.line("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Printable.line("abcdefg", 6)).isEqualTo("abcde…");
    }
}
