package com.dmverify.benchmarks.deployment;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The ring that the services share here: a key of this run. */
public final class CodeKeys {

    /** Its name. */
    public static final String ID = "k1";

    static final String SECRET = random();

    private CodeKeys() {}

    private static String random() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    /** Derives the codes that the services derive. */
    public static OneTimeCodes codes() {
        return new OneTimeCodes(new KeyRing(List.of(CodeKey.ofBase64(ID, SECRET))));
    }
}
