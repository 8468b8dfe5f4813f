package com.dmverify.webhook.crc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Reads the {@code crc_token} of a raw query string, percent-decoded once. A plus sign stays one, because X's tokens
 * are Base64 and form decoding would turn it into a space.
 */
final class CrcToken {

    private static final String PARAMETER = "crc_token=";

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

    /** Decodes as ISO 8859-1: a token is ASCII, and any other byte becomes a letter that no token has. */
    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(StringUtils.uriDecode(value, ISO_8859_1));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
