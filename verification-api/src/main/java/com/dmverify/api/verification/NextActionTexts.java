package com.dmverify.api.verification;

import java.util.Locale;
import java.util.Map;

/**
 * What a user can do, in the languages in which dm-sender writes.
 *
 * @param follow sentence about following, with {@code {brand}} and {@code {word}}
 * @param write sentence about writing, with {@code {brand}} and {@code {word}}
 * @param requests sentence about X's message requests, with {@code {brand}}
 */
record NextActionTexts(String follow, String write, String requests) {

    private static final NextActionTexts ENGLISH = new NextActionTexts(
            "Follow @{brand} on X, or send it the word {word} in a message. The code then comes by itself.",
            "Send @{brand} the word {word} in a message on X. The code then comes by itself.",
            "Look in your message requests on X: the message from @{brand} may be there.");

    /** By language. */
    private static final Map<String, NextActionTexts> TEXTS = Map.of(
            "en",
            ENGLISH,
            "de",
            new NextActionTexts(
                    "Folge @{brand} auf X, oder schick das Wort {word} als Nachricht dorthin. Der Code kommt dann von selbst.",
                    "Schick @{brand} auf X das Wort {word} als Nachricht. Der Code kommt dann von selbst.",
                    "Sieh auf X in deinen Nachrichtenanfragen nach: Dort kann die Nachricht von @{brand} sein."),
            "es",
            new NextActionTexts(
                    "Sigue a @{brand} en X o envíale la palabra {word} en un mensaje. El código llega entonces solo.",
                    "Envía a @{brand} la palabra {word} en un mensaje de X. El código llega entonces solo.",
                    "Mira en tus solicitudes de mensajes en X: el mensaje de @{brand} puede estar allí."),
            "fr",
            new NextActionTexts(
                    "Suivez @{brand} sur X, ou envoyez-lui le mot {word} par message. Le code arrive ensuite tout seul.",
                    "Envoyez à @{brand} le mot {word} par message sur X. Le code arrive ensuite tout seul.",
                    "Regardez dans vos demandes de messages sur X : le message de @{brand} s'y trouve peut-être."),
            "it",
            new NextActionTexts(
                    "Segui @{brand} su X, o inviagli la parola {word} in un messaggio. Il codice arriva poi da solo.",
                    "Invia a @{brand} la parola {word} in un messaggio su X. Il codice arriva poi da solo.",
                    "Guarda nelle richieste di messaggi su X: il messaggio di @{brand} potrebbe essere lì."),
            "ja",
            new NextActionTexts(
                    "Xで @{brand} をフォローするか、{word} という単語をメッセージで送ってください。コードは自動的に届きます。",
                    "Xで @{brand} に {word} という単語をメッセージで送ってください。コードは自動的に届きます。",
                    "Xのメッセージリクエストを確認してください。@{brand} からのメッセージが届いている場合があります。"),
            "pt",
            new NextActionTexts(
                    "Siga @{brand} no X ou envie a palavra {word} numa mensagem. O código chega então sozinho.",
                    "Envie a @{brand} a palavra {word} numa mensagem no X. O código chega então sozinho.",
                    "Veja nas solicitações de mensagens no X: a mensagem de @{brand} pode estar lá."),
            "tr",
            new NextActionTexts(
                    "X'te @{brand} hesabını takip edin ya da mesajla {word} kelimesini gönderin. Kod kendiliğinden gelir.",
                    "X'te @{brand} hesabına mesajla {word} kelimesini gönderin. Kod kendiliğinden gelir.",
                    "X'teki mesaj isteklerinize bakın: @{brand} hesabının mesajı orada olabilir."));

    /** The texts in the language of a tag like {@code pt-BR}; in English where we have none. */
    static NextActionTexts of(String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        return TEXTS.getOrDefault(language, ENGLISH);
    }

    String follow(Handle brand, String word) {
        return filled(follow, brand, word);
    }

    String write(Handle brand, String word) {
        return filled(write, brand, word);
    }

    String requests(Handle brand) {
        return filled(requests, brand, "");
    }

    private static String filled(String text, Handle brand, String word) {
        return text.replace("{brand}", brand.value()).replace("{word}", word);
    }
}
