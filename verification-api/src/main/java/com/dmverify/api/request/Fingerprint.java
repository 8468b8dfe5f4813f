package com.dmverify.api.request;

import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.verification.Consent;
import com.dmverify.api.verification.Mode;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells whether two requests ask for the same: by what was understood of them, not by their bytes. */
public final class Fingerprint {

    private Fingerprint() {}

    /** SHA-256 in hexadecimal digits. */
    public static String of(StartRequest open) {
        Request request = open.request();
        Target target = open.target();
        Consent consent = request.consent();
        List<@Nullable String> texts = new ArrayList<>();
        if (request.mode() != Mode.DM_OUT) {
            // The first mode adds no text, so that its requests keep their fingerprints; the number of texts tells them
            // apart.
            texts.add(request.mode().wire());
        }
        texts.add(target.handle() == null ? null : target.handle().canonical());
        texts.add(target.userId() == null ? null : target.userId().value());
        texts.add(request.locale());
        texts.add(request.purpose());
        texts.add(request.reference());
        texts.add(open.clientIp());
        texts.add(consent == null ? null : consent.at());
        texts.add(consent == null ? null : consent.textVersion());
        new TreeMap<>(request.metadata()).forEach((key, value) -> {
            texts.add(key);
            texts.add(value);
        });
        return KeyHash.of(texts);
    }
}
