package com.dmverify.cli.deadletter.command;

import com.dmverify.cli.deadletter.RecordPosition;
import com.dmverify.schemas.Topics;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the position of a dead letter. */
final class DeadLetterPositionConverter implements ITypeConverter<RecordPosition> {

    @Override
    public RecordPosition convert(String text) {
        return RecordPosition.parse(text)
                .filter(position -> position.topic().endsWith(Topics.DLT))
                .orElseThrow(() -> new TypeConversionException("'" + text
                        + "' is not the position of a dead letter; 'dead-letters list' prints them:"
                        + " verification.requested.dlt-0@42"));
    }
}
