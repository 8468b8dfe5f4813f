package com.dmverify.cli.terminal;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number from 1. */
public final class PositiveNumberConverter implements ITypeConverter<Integer> {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** @throws TypeConversionException if the text is none */
    @Override
    public Integer convert(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is not a number from 1");
        }
        return Integer.valueOf(text);
    }
}
