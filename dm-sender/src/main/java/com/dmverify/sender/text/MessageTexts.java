package com.dmverify.sender.text;

import com.dmverify.codes.OneTimeCode;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.order.Wording;
import java.time.Duration;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Writes the message. It says who writes, what for, the code, how long it lives, and how to stop. There are several
 * phrasings of the same, chosen by the verification: X takes messages that are identical for everyone for spam
 * (<a href="https://help.x.com/en/rules-and-policies/x-automation">X's automation rules</a>). The same dispatch always
 * gets the same text.
 */
public final class MessageTexts {

    private static final int MOST_OF_PURPOSE = 80;
    private static final int MOST_OF_BRAND = 50;
    private static final Pattern DOT_OF_A_DOMAIN = Pattern.compile("(?<=\\S)[.\\u3002\\uFF0E\\uFF61](?=\\S)");
    private static final String BUNDLE = MessageTexts.class.getPackageName() + ".message";
    // Without this, a language that we lack would get the language of the machine.
    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    /** As many as there are phrasings in all languages, with and without a purpose. */
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /** The whole text: three short paragraphs, the code first, since inboxes show the beginning. */
    public String write(Order order, String brand, OneTimeCode code) {
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, order.wording().locale(), ENGLISH_ELSE);
        String purpose = purpose(order.wording());
        Map<String, String> values = Map.of(
                "brand", plain(brand),
                "code", code.digits(),
                "minutes", String.valueOf(minutes(order.code().life())),
                "purpose", purpose);
        String reason = purpose.isEmpty() ? "" : words.getString("purpose") + "\n\n";
        String text = opening(words, order) + "\n\n" + reason + words.getString("stop");
        return templates.computeIfAbsent(text, Template::new).filled(values);
    }

    private static String opening(ResourceBundle words, Order order) {
        String kind = order.wording().again() ? "again" : "first";
        int phrasings = Integer.parseInt(words.getString("phrasings"));
        int phrasing = Math.floorMod(order.id().verificationId().hashCode(), phrasings) + 1;
        return words.getString(kind + "." + phrasing);
    }

    private static String purpose(Wording wording) {
        return wording.purpose() == null ? "" : PlainLine.of(wording.purpose(), MOST_OF_PURPOSE);
    }

    /** X would make a link of {@code Crypto.com}, so nothing remains of it; {@code Crypto com} is still the brand. */
    private static String plain(String brand) {
        String plain = PlainLine.of(brand, MOST_OF_BRAND);
        return plain.isEmpty() ? PlainLine.of(DOT_OF_A_DOMAIN.matcher(brand).replaceAll(" "), MOST_OF_BRAND) : plain;
    }

    private static long minutes(Duration life) {
        return Math.max(1, life.toMinutes());
    }
}
