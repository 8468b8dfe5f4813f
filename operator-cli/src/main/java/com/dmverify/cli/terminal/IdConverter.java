package com.dmverify.cli.terminal;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an id of X. */
public final class IdConverter implements ITypeConverter<String> {

    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

    /** @throws TypeConversionException if the text is none */
    @Override
    public String convert(String text) {
        if (!ID.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is not an id of X: 1 to 19 digits");
        }
        return text;
    }
}
