package com.dmverify.x.oauth;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The strict percent-encoding of OAuth: everything but {@code A-Z a-z 0-9 - . _ ~} as upper-case {@code %XX} of its
 * UTF-8 bytes. Unlike {@link java.net.URLEncoder}: no plus for a space, and {@code *} is encoded. Source: RFC 5849,
 * 3.6.
 */
public final class PercentEncoding {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** The encoded text. */
    public static String encode(String text) {
        // Most signed values need no encoding.
        return text.chars().allMatch(PercentEncoding::isUnreserved) ? text : encoded(text);
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(int octet) {
        return isLetterOrDigit(octet) || octet == '-' || octet == '.' || octet == '_' || octet == '~';
    }

    private static boolean isLetterOrDigit(int octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9');
    }
}
