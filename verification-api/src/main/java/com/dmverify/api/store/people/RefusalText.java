package com.dmverify.api.store.people;

import com.dmverify.api.verification.Refusal;
import java.time.Instant;
import java.util.Locale;

/** A refusal as it is kept: {@code opted_out 1763632800000}. */
final class RefusalText {

    private RefusalText() {}

    static Refusal read(String text) {
        String[] words = text.split(" ", 2);
        return new Refusal(
                Refusal.Kind.valueOf(words[0].toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(Long.parseLong(words[1])));
    }
}
