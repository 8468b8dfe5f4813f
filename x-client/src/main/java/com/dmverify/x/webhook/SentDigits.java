package com.dmverify.x.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.x.UserId;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests of the numbers in a message that we sent: by them a sender knows its own message again, although
 * nobody kept the text. Bound to both parties; useless without the app's consumer secret. Thread-safe.
 */
public final class SentDigits {

    private static final String ALGORITHM = "HmacSHA256";

    /** Its spaces keep it from being a CRC token: X's challenge door signs with the same secret and must not give this. */
    private static final String PURPOSE = "dm-verify: digits of a sent message, v1";

    /** As long as a code may be. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{6,10}(?![0-9])");

    private final SecretKeySpec key;

    /** Takes the app's consumer secret; refuses an empty one with {@link IllegalArgumentException}. */
    public SentDigits(String consumerSecret) {
        if (consumerSecret.isBlank()) {
            throw new IllegalArgumentException("digests need the app's consumer secret");
        }
        SecretKeySpec secret = new SecretKeySpec(consumerSecret.getBytes(UTF_8), ALGORITHM);
        this.key = new SecretKeySpec(mac(secret, PURPOSE), ALGORITHM);
    }

    /** The digests of all numbers of 6 to 10 digits in this text. */
    public List<String> digests(UserId sender, UserId recipient, String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(digits -> digest(sender, recipient, digits))
                .toList();
    }

    /** The digest of these digits. */
    public String digest(UserId sender, UserId recipient, String digits) {
        byte[] digest = mac(key, sender + "|" + recipient + "|" + digits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** A digest of any text under the same key; no digest of digits is ever the same. */
    String keyed(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, "activity|" + text));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SentDigits[masked]";
    }
}
