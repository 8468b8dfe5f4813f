package com.dmverify.cli.quarantine;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a verification; it becomes part of a path. */
final class VerificationIdConverter implements ITypeConverter<String> {

    private static final Pattern ID = Pattern.compile("ver_[0-9a-z]{26}");

    @Override
    public String convert(String text) {
        if (!ID.matcher(text).matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is not the id of a verification (ver_ and 26 characters)");
        }
        return text;
    }
}
