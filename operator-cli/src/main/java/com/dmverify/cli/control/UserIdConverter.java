package com.dmverify.cli.control;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a numeric id of X. */
final class UserIdConverter implements ITypeConverter<String> {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,18}");

    @Override
    public String convert(String text) {
        if (!ID.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is not a user id: 1 to 19 digits; a handle is none");
        }
        return text;
    }
}
