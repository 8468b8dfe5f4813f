package com.dmverify.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule finds the code that it forbids. */
class ArchitectureRulesTest {

    @ParameterizedTest
    @ValueSource(classes = {LowerCase.class, Format.class, Printf.class})
    void theDefaultLocaleIsFound(Class<?> offender) {
        assertThat(violates(ArchitectureRules.NO_DEFAULT_LOCALE, offender)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = Now.class)
    void aReadOfTheSystemClockIsFound(Class<?> offender) {
        assertThat(violates(ArchitectureRules.INJECTED_CLOCK, offender)).isTrue();
        assertThat(violates(ArchitectureRules.NO_DEFAULT_LOCALE, offender)).isFalse();
    }

    private static boolean violates(ArchRule rule, Class<?> offender) {
        JavaClasses classes = new ClassFileImporter().importClasses(offender);
        return rule.evaluate(classes).hasViolation();
    }

    @SuppressWarnings("StringCaseLocaleUsage")
    static final class LowerCase {
        String of(String text) {
            return text.toLowerCase();
        }
    }

    @SuppressWarnings("AnnotateFormatMethod")
    static final class Format {
        String of(String text, Object value) {
            return String.format(text, value);
        }
    }

    @SuppressWarnings("AnnotateFormatMethod")
    static final class Printf {
        void of(String text, Object value) {
            System.out.printf(text, value);
        }
    }

    @SuppressWarnings("TimeZoneUsage")
    static final class Now {
        Instant instant() {
            return Instant.now();
        }
    }
}
