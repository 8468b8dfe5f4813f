package com.dmverify.codes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void theFirstKeyMakesNewCodes() {
        KeyRing ring = new KeyRing(List.of(OneTimeCodesTest.key("new", SECRET), OneTimeCodesTest.key("old", SECRET)));

        assertThat(ring.current().id()).isEqualTo("new");
        assertThat(ring.ids()).containsExactlyInAnyOrder("new", "old");
        assertThat(ring.key("old").id()).isEqualTo("old");
    }

    @Test
    void anEmptyRingAndATwinAreRefused() {
        CodeKey key = OneTimeCodesTest.key("k1", SECRET);

        assertThatIllegalArgumentException().isThrownBy(() -> new KeyRing(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyRing(List.of(key, key)))
                .withMessageContaining("k1");
    }

    @Test
    void aShortKeyIsRefusedWithWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeKey.ofBase64("k1", "c2hvcnQ="))
                .withMessageContaining("5 bytes")
                .withMessageContaining("openssl rand -base64 32");
    }

    @Test
    void textThatIsNoBase64IsRefusedWithoutQuotingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeKey.ofBase64("k1", "§ecret"))
                .withMessageContaining("not Base64")
                .withMessageNotContaining("§");
    }

    @Test
    void secretsDoNotShow() {
        CodeKey key = CodeKey.ofBase64("k1", Base64.getEncoder().encodeToString(SECRET.getBytes(US_ASCII)));

        assertThat(key).hasToString("CodeKey[k1, ***]");
        assertThat(new KeyRing(List.of(key))).hasToString("KeyRing[k1]");
        assertThat(new OneTimeCode("493021")).hasToString("OneTimeCode[***]");
    }
}
