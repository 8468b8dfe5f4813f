package com.dmverify.webhook.challenge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code crc_token} of a raw query string, percent-decoded exactly once. A plus sign stays one: X's tokens are Base64,
 * and form decoding would make a space of it.
 */
final class CrcToken {

    private static final String PARAMETER = "crc_token=";
    private static final int HEX = 16;

    private CrcToken() {}

    /** The token; empty if there is none, more than one, or it cannot be decoded. */
    static Optional<String> in(@Nullable String rawQuery) {
        if (rawQuery == null) {
            return Optional.empty();
        }
        List<String> values = Arrays.stream(rawQuery.split("&", -1))
                .filter(pair -> pair.startsWith(PARAMETER))
                .map(pair -> pair.substring(PARAMETER.length()))
                .toList();
        return values.size() == 1 ? decoded(values.getFirst()) : Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each != '%') {
                bytes.write(each);
                continue;
            }
            int octet = octetAfter(value, i);
            if (octet < 0) {
                return Optional.empty();
            }
            bytes.write(octet);
            i += 2;
        }
        // A token is ASCII; any other byte becomes a letter that no token has.
        return Optional.of(bytes.toString(ISO_8859_1));
    }

    /** The value of the two hex digits after the percent sign, or -1. */
    private static int octetAfter(String value, int percent) {
        if (percent + 2 >= value.length()) {
            return -1;
        }
        int high = Character.digit(value.charAt(percent + 1), HEX);
        int low = Character.digit(value.charAt(percent + 2), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}
