package com.dmverify.cli.terminal;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Refuses a blank value: a script's empty variable must not widen a selection. */
public final class NotBlankConverter implements ITypeConverter<String> {

    /** @throws TypeConversionException if the text is blank */
    @Override
    public String convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("the value is blank");
        }
        return text;
    }
}
