package com.dmverify.api.code;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.dmverify.api.verification.Code;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCode;
import com.dmverify.codes.OneTimeCodes;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** Derives codes to compare them. A code is kept nowhere: verification and key are enough to make it again. */
@Component
public final class Codes {

    private final KeyRing keys;
    private final OneTimeCodes codes;

    Codes(KeyRing keys, OneTimeCodes codes) {
        this.keys = keys;
        this.codes = codes;
    }

    /** The id of the key that derives new codes. */
    public String currentKeyId() {
        return keys.current().id();
    }

    /** Whether the typed code is that of the verification. Under a key that is no longer in the ring none is. */
    public boolean isRight(VerificationId id, Code code, OneTimeCode typed) {
        if (!keys.ids().contains(code.keyId())) {
            return false;
        }
        OneTimeCode right = codes.derive(code.keyId(), id.value(), code.version(), code.digits());
        return MessageDigest.isEqual(
                right.digits().getBytes(US_ASCII), typed.digits().getBytes(US_ASCII));
    }
}
