package com.dmverify.api.code;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.dmverify.api.verification.Challenge;
import com.dmverify.api.verification.Code;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.ChallengeToken;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCode;
import com.dmverify.codes.OneTimeCodes;
import java.security.MessageDigest;
import java.util.Optional;
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

    /** The challenge token of the verification; empty if its key is no longer in the ring. */
    public Optional<ChallengeToken> challenge(VerificationId id, Challenge challenge) {
        return keys.ids().contains(challenge.keyId())
                ? Optional.of(codes.challenge(challenge.keyId(), id.value()))
                : Optional.empty();
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
