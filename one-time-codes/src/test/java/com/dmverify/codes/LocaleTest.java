package com.dmverify.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's language decides nothing: replicas of different languages derive the same code. */
class LocaleTest {

    private final OneTimeCodes codes =
            new OneTimeCodes(new KeyRing(List.of(OneTimeCodesTest.key("k1", "0123456789abcdef0123456789abcdef"))));
    private Locale before;

    @BeforeEach
    void remember() {
        before = Locale.getDefault();
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fa",
                "fa-IR-u-nu-arabext",
                "bn",
                "bn-BD-u-nu-beng",
                "ar-EG",
                "ar-EG-u-nu-arab",
                "tr-TR",
                "tr-TR-u-nu-deva",
                "th-TH-u-nu-thai",
                "my-MM"
            })
    void theSameCodeIsDerivedInEveryLanguage(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));

        OneTimeCode code = codes.derive("k1", "ver_a", 1, 6);

        assertThat(code.digits()).isEqualTo("009941");
        assertThat(codes.derive("k1", "ver_a", 1, 10).digits()).isEqualTo("1272009941");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codes.derive("k1", "ver_a", 1, 11))
                .withMessageContaining("11");
    }
}
