package com.dmverify.api.code;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.verification.Challenge;
import com.dmverify.api.verification.Code;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.ChallengeToken;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCode;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.events.SwitchKind;
import com.dmverify.support.switches.Switches;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Derives codes to compare them. A code is kept nowhere: verification and key are enough to make it again. */
@Component
public final class Codes {

    private static final Duration KEY_ADDED_SOON = Duration.ofSeconds(60);

    private final KeyRing keys;
    private final OneTimeCodes codes;

    private final Switches switches;

    Codes(KeyRing keys, OneTimeCodes codes, Switches switches) {
        this.keys = keys;
        this.codes = codes;
        this.switches = switches;
    }

    /**
     * The id of the key that derives new codes: the first of the ring that is not stopped.
     *
     * @throws Problem if all are stopped
     */
    public String currentKeyId() {
        return usableKeyId()
                .orElseThrow(() -> Problem.of(
                        ProblemType.UNAVAILABLE,
                        "All keys of codes are stopped. Nothing is started until the operator adds one.",
                        KEY_ADDED_SOON));
    }

    /** The same; empty if all are stopped. */
    public Optional<String> usableKeyId() {
        String current = keys.current().id();
        return isUsable(current)
                ? Optional.of(current)
                : keys.ids().stream().filter(this::isUsable).findFirst();
    }

    /** The challenge token of the verification; empty if its key is stopped or no longer in the ring. */
    public Optional<ChallengeToken> challenge(VerificationId id, Challenge challenge) {
        return isUsable(challenge.keyId())
                ? Optional.of(codes.challenge(challenge.keyId(), id.value()))
                : Optional.empty();
    }

    /** Whether codes of this key are made and accepted: a key that leaked is stopped. */
    public boolean isUsable(String keyId) {
        return keys.ids().contains(keyId) && !switches.isStopped(SwitchKind.CODE_KEY, keyId);
    }

    /** Whether the typed code is that of the verification. Under a key that is stopped or no longer in the ring none is. */
    public boolean isRight(VerificationId id, Code code, OneTimeCode typed) {
        if (!isUsable(code.keyId())) {
            return false;
        }
        OneTimeCode right = codes.derive(code.keyId(), id.value(), code.version(), code.digits());
        return MessageDigest.isEqual(
                right.digits().getBytes(US_ASCII), typed.digits().getBytes(US_ASCII));
    }
}
