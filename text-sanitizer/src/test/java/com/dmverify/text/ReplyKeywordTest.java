package com.dmverify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyKeywordTest {

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
                "REVOKE",
                "OPTOUT",
                "opt out",
                "Opt-out",
                "OPT OUT please",
                "Stop. Thank you",
                "please, stop",
                "Please stop messaging me.",
                "@brand STOP",
                "＠brand stop",
                "stop @brand",
                "STOP STOP STOP",
                "Stop, stop!",
                "Hello, please stop now. Thanks!",
                "No. Stop.",
                "STOP https://t.co/abc",
                "s\u00ADtop",
                "st\u200Bop",
                "don’t message me",
                "No more messages!",
                "I'd like to opt out, please",
                "can you please stop",
                "Stopp!",
                "Bitte stopp",
                "Abmelden",
                "Keine Nachrichten mehr, bitte.",
                "Bitte abbestellen",
                "Hör auf!",
                "Arrêt",
                "arret",
                "ARRÊTEZ",
                "Arrêtez, s'il vous plaît",
                "désabonner",
                "plus de messages svp",
                "Annuler",
                "¡Para!",
                "parar",
                "BASTA",
                "¡Alto!",
                "Darme de baja, por favor",
                "CANCELAR",
                "No más mensajes",
                "Annulla",
                "smettila",
                "Disiscrivimi per favore",
                "basta grazie",
                "pare",
                "Chega, por favor!",
                "sair",
                "Cancelar inscrição",
                "Não quero mais mensagens",
                "Dur.",
                "DURDUR",
                "İPTAL",
                "iptal et lütfen",
                "abonelikten çık",
                "RET",
                "ストップ",
                "停止",
                "配信停止",
                "停止してください。",
                "やめてください",
                "配信停止 お願いします",
                "キャンセル",
                "解除",
                "STOPです"
            })
    void stopKeywordsAreRecognised(String text) {
        assertThat(ReplyKeyword.of(text)).isEqualTo(ReplyKeyword.STOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO",
                "no",
                "No.",
                "ＮＯ",
                "No, thanks",
                "no thank you",
                "No no no",
                "@brand no",
                "Not me!",
                "It wasn’t me",
                "it wasnt me",
                "No, it wasn't me.",
                "This wasn't me",
                "I didn't request this.",
                "wrong person",
                "Sorry, not me",
                "Nein",
                "Nein, das war ich nicht",
                "nein danke",
                "Das war ich nicht!",
                "Ich war das nicht",
                "NON",
                "Non merci",
                "Ce n’était pas moi.",
                "pas moi",
                "No, gracias",
                "no fui yo",
                "No, yo no fui",
                "No lo pedí",
                "No, grazie",
                "non sono stata io",
                "Non l'ho chiesto",
                "Não",
                "nao",
                "Não, obrigado",
                "não fui eu",
                "HAYIR",
                "hayır",
                "Hayir",
                "Hayır, teşekkürler",
                "ben değilim",
                "BEN DEĞİLİM",
                "いいえ。",
                "いいえ、違います。",
                "私ではありません",
                "心当たりがありません",
                "NOです",
                "no 🙅🏽‍♀️"
            })
    void noKeywordsAreRecognised(String text) {
        assertThat(ReplyKeyword.of(text)).isEqualTo(ReplyKeyword.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "START",
                "start!",
                "unstop",
                "@brand START",
                "Yes",
                "yes please",
                "Yes, it's me",
                "Send me the code, please",
                "Ja",
                "Ja, bitte",
                "Oui",
                "Sí",
                "Sì, grazie",
                "Sim",
                "EVET",
                "Evet, lütfen",
                "はい",
                "はい、お願いします",
                "送ってください"
            })
    void startKeywordsAreRecognised(String text) {
        assertThat(ReplyKeyword.of(text)).isEqualTo(ReplyKeyword.START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "…",
                "hello",
                "thanks",
                "Hi, thank you!",
                "ok",
                "no, I never got it",
                "do not stop",
                "don't stop",
                "nothing",
                "stopwatch",
                "493021",
                "no 493021",
                "I know",
                "stop start",
                "Yes. Stop.",
                "no, start",
                "no parar",
                "no cancelar",
                "non-stop flights",
                "@stop",
                "🙏",
                "https://t.co/stop",
                "fine",
                "the end",
                "is this the end",
                "stop loss"
            })
    void otherTextIsNoKeyword(String text) {
        assertThat(ReplyKeyword.of(text)).isEqualTo(ReplyKeyword.NONE);
    }

    @Test
    void aMessageWithoutTextOrWithALongOneIsNone() {
        assertThat(ReplyKeyword.of(null)).isEqualTo(ReplyKeyword.NONE);
        assertThat(ReplyKeyword.of("stop" + ".".repeat(10_000))).isEqualTo(ReplyKeyword.NONE);
    }

    @Test
    void theMeaningDoesNotDependOnTheLocaleOfTheMachine() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(ReplyKeyword.of("QUIT")).isEqualTo(ReplyKeyword.STOP);
            assertThat(ReplyKeyword.of("IT WASN'T ME")).isEqualTo(ReplyKeyword.NO);
        } finally {
            Locale.setDefault(machine);
        }
    }
}
