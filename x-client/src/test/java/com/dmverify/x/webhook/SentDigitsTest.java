package com.dmverify.x.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.x.UserId;
import org.junit.jupiter.api.Test;

class SentDigitsTest {

    private static final UserId BRAND = new UserId("1000000000000000001");
    private static final UserId ALICE = new UserId("2000000000000000001");

    private final SentDigits digits = new SentDigits("app-secret");

    @Test
    void aNumberIsKnownAgainInAnyText() {
        String digest = digits.digest(BRAND, ALICE, "493021");

        assertThat(digits.digests(BRAND, ALICE, "493021 ist dein Code. Er gilt 10 Minuten."))
                .containsExactly(digest);
        assertThat(digits.digests(BRAND, ALICE, "code:493021, again 493021")).containsExactly(digest);
    }

    @Test
    void anotherPartyNumberOrSecretHasAnotherDigest() {
        String digest = digits.digest(BRAND, ALICE, "493021");

        assertThat(digits.digest(ALICE, BRAND, "493021")).isNotEqualTo(digest);
        assertThat(digits.digest(BRAND, ALICE, "493022")).isNotEqualTo(digest);
        assertThat(new SentDigits("other").digest(BRAND, ALICE, "493021")).isNotEqualTo(digest);
    }

    @Test
    void partsOfLongerNumbersAndShortOnesAreNone() {
        assertThat(digits.digests(BRAND, ALICE, "12345 and 12345678901")).isEmpty();
    }

    @Test
    void theChallengeDoorCannotBeMadeToGiveTheKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new WebhookSignature("app-secret").crcResponse("dm-verify: digits of a sent message, v1"));
    }

    @Test
    void withoutASecretThereIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SentDigits(" "));
    }
}
