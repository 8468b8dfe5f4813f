package com.dmverify.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Fingerprints of the codes in a sent message: keyed digests by which the sender recognises its own message although the
 * text is stored nowhere. A fingerprint is bound to both parties and useless without the secret. Thread-safe.
 */
public final class CodeFingerprints {

    /** Its spaces keep it from being a CRC token: the CRC endpoint signs with the same secret and must not give this. */
    static final String PURPOSE = "dm-verify: digits of a sent message, v1";

    /** As long as a code may be. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![0-9])[0-9]{" + OneTimeCode.FEWEST_DIGITS + "," + OneTimeCode.MOST_DIGITS + "}(?![0-9])");

    private final SecretKeySpec key;

    /**
     * @param secret of the X app, or another one that all replicas share
     * @throws IllegalArgumentException if it is blank
     */
    public CodeFingerprints(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("Fingerprints of codes need a secret that is not empty");
        }
        SecretKeySpec given = new SecretKeySpec(secret.getBytes(UTF_8), CodeKey.HMAC);
        this.key = new SecretKeySpec(mac(given, PURPOSE), CodeKey.HMAC);
    }

    /**
     * The fingerprints of all numbers in this text that are as long as a code may be.
     *
     * @param sender numeric id of the account that wrote it
     * @param recipient numeric id of the person who got it
     */
    public List<String> all(String sender, String recipient, String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(digits -> of(sender, recipient, digits))
                .toList();
    }

    /** The fingerprint of these digits in a message between these two. */
    public String of(String sender, String recipient, String digits) {
        return encoded(sender + "|" + recipient + "|" + digits);
    }

    /** A digest of any text under the same key, never equal to a fingerprint of digits. */
    public String ofText(String text) {
        return encoded("activity|" + text);
    }

    private String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, text));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(CodeKey.HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + CodeKey.HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "CodeFingerprints[***]";
    }
}
