package com.dmverify.sender.text;

import com.dmverify.codes.OneTimeCode;
import com.dmverify.schemas.QuickReplies;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.order.Wording;
import com.dmverify.text.SafeLine;
import com.dmverify.text.TypedCode;
import com.dmverify.x.dm.content.QuickReply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the message. It says who writes, what for, the code, how long it lives, and how to stop. There are several
 * phrasings of the same, chosen by the verification: X takes messages that are identical for everyone for spam
 * (<a href="https://help.x.com/en/rules-and-policies/x-automation">X's automation rules</a>). The same dispatch always
 * gets the same text.
 */
public final class MessageTexts {

    private static final Logger LOG = LoggerFactory.getLogger(MessageTexts.class);

    /** Of a purpose and of a brand, in code points. verification-api takes no longer purpose; this is the last guard. */
    private static final int MOST_OF_A_LINE = 120;

    /** More than becomes part of a message, and little work to make harmless. */
    private static final int MOST_OF_A_TEXT = 500;

    /** As many as there are phrasings in all languages, with and without a purpose. */
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /**
     * The whole text: three short paragraphs, the code first, since inboxes show the beginning.
     *
     * @param now when it is sent: a repeated message says how much of the code's life is left
     */
    public String write(Order order, String brand, OneTimeCode code, Instant now) {
        Words words = Words.of(order.wording().locale());
        String purpose = purpose(order);
        long minutes = Math.max(1, order.code().left(now).toMinutes());
        String life = words.get(minutes == 1 ? "life.one" : "life.many").replace("{minutes}", String.valueOf(minutes));
        Map<String, String> values =
                Map.of("brand", line(brand), "code", code.digits(), "life", life, "purpose", purpose);
        String reason = purpose.isEmpty() ? "" : words.get("purpose") + "\n\n";
        String text = opening(words, order) + "\n\n" + reason + words.get("stop");
        return templates.computeIfAbsent(text, Template::new).filled(values);
    }

    /** What the person can tap instead of writing NO or STOP. */
    public QuickReply replies(Order order) {
        Words words = Words.of(order.wording().locale());
        return new QuickReply(List.of(
                new QuickReply.Option(words.get("reply.no"), null, QuickReplies.DECLINE),
                new QuickReply.Option(words.get("reply.stop"), null, QuickReplies.OPT_OUT)));
    }

    private static String opening(Words words, Order order) {
        String kind = order.wording().again() ? "again" : "first";
        int phrasings = Integer.parseInt(words.get("phrasings"));
        int phrasing = Math.floorMod(order.id().verificationId().hashCode(), phrasings) + 1;
        return words.get(kind + "." + phrasing);
    }

    /**
     * A purpose in which a reader could take something for the code is left out. verification-api takes none, so that only
     * another writer of orders can send one.
     */
    private static String purpose(Order order) {
        Wording wording = order.wording();
        String purpose = wording.purpose() == null || wording.isBrief() ? "" : line(wording.purpose());
        if (!TypedCode.holdsCode(purpose)) {
            return purpose;
        }
        LOG.atWarn().addKeyValue("verification", order.id().verificationId()).log("dm.purpose_left_out");
        return "";
    }

    private static String line(String text) {
        return cut(SafeLine.of(cut(text, MOST_OF_A_TEXT)), MOST_OF_A_LINE);
    }

    private static String cut(String text, int most) {
        return SafeLine.length(text) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }
}
