package com.dmverify.x.webhook;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The context in which a delivery is parsed.
 *
 * @param now the time of events without a time stamp
 * @param fingerprints makes the fingerprints of codes that we sent; null for none
 * @param accounts our accounts
 */
record ParsingContext(Instant now, @Nullable CodeFingerprints fingerprints, OurAccounts accounts) {

    /** The fingerprints of the numbers in a text that the account sent. */
    List<String> fingerprintsOf(UserId sender, UserId recipient, String text) {
        return fingerprints == null ? List.of() : fingerprints.all(sender.value(), recipient.value(), text);
    }

    /**
     * An id for an event without one, from its whole JSON; keyed if there is a key, so that it does not reveal the
     * content.
     */
    String idOf(String json) {
        return fingerprints == null ? "sha256:" + Sha256.sha256(json) : "hmac:" + fingerprints.ofText(json);
    }
}
