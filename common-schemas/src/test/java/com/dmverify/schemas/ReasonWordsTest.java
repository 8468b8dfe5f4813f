package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmReason;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReasonWordsTest {

    @Test
    void aReasonIsReadAsItIsWrittenInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
            assertThat(ReasonWords.of(DmReason.RECIPIENT_LIMIT)).isEqualTo("recipient_limit");
            assertThat(ReasonWords.parse("recipient_limit")).contains(DmReason.RECIPIENT_LIMIT);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsNoReasonHasNone() {
        assertThat(ReasonWords.of(null)).isNull();
        assertThat(ReasonWords.parse("unrecognized")).isEmpty();
        assertThat(ReasonWords.parse("TARGET_CLOSED")).isEmpty();
    }
}
