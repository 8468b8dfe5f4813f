package com.dmverify.connections.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.connections.fixtures.Accounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final SealingKey OLD = SealingKey.ofBase64("old", Accounts.KEY);
    private static final SealingKey NEW = SealingKey.ofBase64("new", Accounts.OTHER_KEY);

    private final Seal seal = Accounts.seal(OLD);

    @Test
    void aSealedTextIsOpened() {
        String sealed = seal.seal("a tökén", "connection:main");

        assertThat(seal.open(sealed, "connection:main")).isEqualTo("a tökén");
        assertThat(sealed).startsWith("old.").doesNotContain("tök");
    }

    @Test
    void sealingTwiceGivesDifferentTexts() {
        assertThat(seal.seal("text", "here")).isNotEqualTo(seal.seal("text", "here"));
    }

    @Test
    void aTextSealedForAnotherPlaceIsRefused() {
        String sealed = seal.seal("text", "connection:main");

        assertThatThrownBy(() -> seal.open(sealed, "connection:other")).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void aModifiedTextIsRefused() {
        // Given
        String sealed = seal.seal("text", "here");

        // The last character of Base64 has unused bits.
        for (int i = 0; i < sealed.length() - 1; i++) {
            // When
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);

            // Then
            assertThatThrownBy(() -> seal.open(changed, "here")).isInstanceOf(BrokenSealException.class);
        }
    }

    @Test
    void malformedTextIsRefused() {
        for (String rubbish : List.of("", ".", "old", "old.", "old.AA", "old.!!!", "nobody.AAAA")) {
            assertThatThrownBy(() -> seal.open(rubbish, "here")).isInstanceOf(BrokenSealException.class);
        }
    }

    @Test
    void theFirstKeySealsAndAllKeysOpen() {
        // Given
        String before = seal.seal("text", "here");

        // When
        Seal rotated = Accounts.seal(NEW, OLD);

        // Then
        assertThat(rotated.open(before, "here")).isEqualTo("text");
        assertThat(rotated.seal("text", "here")).startsWith("new.");
        assertThatThrownBy(() -> Accounts.seal(NEW).open(before, "here"))
                .hasMessage("sealed with a key that is not configured: 'old'");
    }

    @Test
    void invalidKeysAreRefused() {
        assertThatThrownBy(() -> SealingKey.ofBase64("k", "c2hvcnQ=")).hasMessageContaining("5 bytes");
        assertThatThrownBy(() -> SealingKey.ofBase64("k", "not base64, but secret"))
                .hasMessage("sealing key 'k' is not Base64");
        assertThatThrownBy(() -> SealingKey.ofBase64("a.b", Accounts.KEY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SealingKeys(List.of())).hasMessageContaining("dm-verify.connections.keys");
        assertThatThrownBy(() -> new SealingKeys(List.of(OLD, OLD))).hasMessageContaining("'old'");
    }

    @Test
    void toStringMasksKeys() {
        assertThat(OLD + " " + new SealingKeys(List.of(OLD, NEW)))
                .isEqualTo("SealingKey[id=old, key masked] SealingKeys[old, new]");
    }
}
