package com.dmverify.api.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "STOP!!!",
                "“STOP”",
                "ＳＴＯＰ",
                "stop 🙏",
                "Stop  all",
                "please\nstop",
                "Unsubscribe",
                "Cancel",
                "END",
                "quit",
                "Stopp!",
                "Arrêt",
                "arret",
                "ARRÊTEZ",
                "¡Para!",
                "parar",
                "BASTA",
                "Dur.",
                "ストップ"
            })
    void noMoreMessages(String text) {
        assertThat(Reply.of(text)).isEqualTo(Reply.STOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO",
                "no",
                "No.",
                "ＮＯ",
                "Not me!",
                "It wasn’t me",
                "Nein",
                "NON",
                "Não",
                "nao",
                "HAYIR",
                "hayır",
                "Hayir",
                "ben değilim",
                "Ce n’était pas moi.",
                "いいえ。",
                "no 🙅🏽‍♀️"
            })
    void itWasNotMe(String text) {
        assertThat(Reply.of(text)).isEqualTo(Reply.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "start!", "unstop"})
    void messagesAgain(String text) {
        assertThat(Reply.of(text)).isEqualTo(Reply.START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "…",
                "yes",
                "hello",
                "no, I never got it",
                "do not stop",
                "nothing",
                "stopwatch",
                "493021",
                "no 493021",
                "I know"
            })
    void anythingElseIsNoCommand(String text) {
        assertThat(Reply.of(text)).isEqualTo(Reply.ANYTHING_ELSE);
    }

    @Test
    void aMessageWithoutTextIsNoCommand() {
        assertThat(Reply.of(null)).isEqualTo(Reply.ANYTHING_ELSE);
        assertThat(Reply.of("stop" + ".".repeat(10_000))).isEqualTo(Reply.ANYTHING_ELSE);
    }
}
