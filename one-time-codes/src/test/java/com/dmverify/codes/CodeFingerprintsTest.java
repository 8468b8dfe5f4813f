package com.dmverify.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CodeFingerprintsTest {

    private static final String BRAND = "1000000000000000001";
    private static final String ALICE = "2000000000000000001";

    private final CodeFingerprints fingerprints = new CodeFingerprints("app-secret");

    @Test
    void aNumberIsRecognisedInAnyText() {
        String fingerprint = fingerprints.of(BRAND, ALICE, "493021");

        assertThat(fingerprints.all(BRAND, ALICE, "493021 ist dein Code. Er gilt 10 Minuten."))
                .containsExactly(fingerprint);
        assertThat(fingerprints.all(BRAND, ALICE, "code:493021, again 493021")).containsExactly(fingerprint);
    }

    @Test
    void anotherPartyNumberOrSecretHasAnotherFingerprint() {
        String fingerprint = fingerprints.of(BRAND, ALICE, "493021");

        assertThat(fingerprints.of(ALICE, BRAND, "493021")).isNotEqualTo(fingerprint);
        assertThat(fingerprints.of(BRAND, ALICE, "493022")).isNotEqualTo(fingerprint);
        assertThat(new CodeFingerprints("other").of(BRAND, ALICE, "493021")).isNotEqualTo(fingerprint);
    }

    @Test
    void partsOfLongerNumbersAndShortOnesHaveNone() {
        assertThat(fingerprints.all(BRAND, ALICE, "12345 and 12345678901")).isEmpty();
    }

    @Test
    void theDigestOfATextIsNoFingerprintOfItsDigits() {
        assertThat(fingerprints.ofText("1|2|493021")).isNotEqualTo(fingerprints.of("1", "2", "493021"));
    }

    @Test
    void thePurposeIsNoCrcToken() {
        assertThat(CodeFingerprints.PURPOSE).contains(" ");
    }

    @Test
    void aBlankSecretIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeFingerprints(" "));
    }

    @Test
    void theSecretIsMasked() {
        assertThat(new CodeFingerprints("app-secret").toString()).doesNotContain("app-secret");
    }
}
