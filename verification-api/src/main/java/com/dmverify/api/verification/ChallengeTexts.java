package com.dmverify.api.verification;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sentence that a person sends to prove control of an account, in the languages in which dm-sender writes. It says what it
 * does, so that a person who was tricked into sending it can read it.
 *
 * @param sentence with {@code {brand}}, which follows the token
 * @param unencrypted what to do when no message arrives, with {@code {brand}}
 */
public record ChallengeTexts(String sentence, String unencrypted) {

    /** The word before the token; the same in every language. */
    public static final String WORD = "VERIFY";

    private static final ChallengeTexts ENGLISH = new ChallengeTexts(
            "links my X account to {brand}",
            "No message has arrived yet. @{brand} cannot read encrypted chats: send the text in an ordinary, unencrypted"
                    + " message.");

    private static final Map<String, ChallengeTexts> TEXTS = Map.of(
            "en",
            ENGLISH,
            "de",
            new ChallengeTexts(
                    "verknüpft mein X-Konto mit {brand}",
                    "Es ist noch keine Nachricht angekommen. @{brand} kann verschlüsselte Chats nicht lesen: Schick den Text"
                            + " als gewöhnliche, unverschlüsselte Nachricht."),
            "es",
            new ChallengeTexts(
                    "vincula mi cuenta de X con {brand}",
                    "Todavía no ha llegado ningún mensaje. @{brand} no puede leer chats cifrados: envía el texto en un"
                            + " mensaje normal, sin cifrar."),
            "fr",
            new ChallengeTexts(
                    "relie mon compte X à {brand}",
                    "Aucun message n'est encore arrivé. @{brand} ne peut pas lire les discussions chiffrées : envoyez le"
                            + " texte dans un message ordinaire, non chiffré."),
            "it",
            new ChallengeTexts(
                    "collega il mio account X a {brand}",
                    "Non è ancora arrivato nessun messaggio. @{brand} non può leggere le chat crittografate: invia il testo"
                            + " in un messaggio normale, non crittografato."),
            "ja",
            new ChallengeTexts(
                    "により私のXアカウントを {brand} に連携します",
                    "メッセージがまだ届いていません。@{brand} は暗号化されたチャットを読めません。暗号化されていない通常のメッセージで送ってください。"),
            "pt",
            new ChallengeTexts(
                    "vincula a minha conta do X a {brand}",
                    "Ainda não chegou nenhuma mensagem. @{brand} não consegue ler conversas criptografadas: envie o texto"
                            + " numa mensagem comum, sem criptografia."),
            "tr",
            new ChallengeTexts(
                    "X hesabımı {brand} ile bağlar",
                    "Henüz bir mesaj ulaşmadı. @{brand} şifreli sohbetleri okuyamaz: metni şifresiz, normal bir mesajla"
                            + " gönderin."));

    /** The texts in the language of a tag like {@code pt-BR}; in English where we have none. */
    public static ChallengeTexts of(String locale) {
        return TEXTS.getOrDefault(Locale.forLanguageTag(locale).getLanguage(), ENGLISH);
    }

    /** What follows the token. */
    public String afterToken(SendingAccount account, @Nullable String purpose) {
        String said = sentence.replace("{brand}", account.brand());
        return purpose == null ? said : said + ": " + purpose;
    }

    /** Says that an encrypted chat cannot be read. */
    public String unencrypted(SendingAccount account) {
        return unencrypted.replace("{brand}", account.handle().value());
    }
}
