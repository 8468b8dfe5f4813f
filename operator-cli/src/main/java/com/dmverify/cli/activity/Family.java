package com.dmverify.cli.activity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A family of X's activity APIs: which one an app may use follows from its contract with X. */
enum Family {
    X_ACTIVITY,
    ACCOUNT_ACTIVITY,
    PREMIUM,
    ENTERPRISE;

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the name of a family. */
    static final class Converter implements ITypeConverter<Family> {

        @Override
        public Family convert(String text) {
            List<Family> all = Arrays.asList(values());
            return all.stream()
                    .filter(family -> family.word().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                            + String.join(", ", all.stream().map(Family::word).toList())));
        }
    }
}
