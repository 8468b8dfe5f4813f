package com.dmverify.sender.cast;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import java.util.Base64;
import java.util.List;

/** The key ring of the tests. */
public final class Keys {

    public static final String SECRET =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(US_ASCII));

    private Keys() {}

    public static OneTimeCodes codes() {
        return new OneTimeCodes(new KeyRing(List.of(CodeKey.ofBase64(Orders.KEY_ID, SECRET))));
    }

    /** The code of the first generation. */
    public static String codeOf(String verificationId) {
        return codes().derive(Orders.KEY_ID, verificationId, 1, 6).digits();
    }
}
