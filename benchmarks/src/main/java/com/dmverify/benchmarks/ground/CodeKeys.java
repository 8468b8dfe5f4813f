package com.dmverify.benchmarks.ground;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import java.util.List;

/** The ring that the services share here: a key that protects nobody. */
public final class CodeKeys {

    /** Its name. */
    public static final String ID = "k1";

    static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private CodeKeys() {}

    /** Derives the codes that the services derive. */
    public static OneTimeCodes codes() {
        return new OneTimeCodes(new KeyRing(List.of(CodeKey.ofBase64(ID, SECRET))));
    }
}
