package com.dmverify.api.kafka;

import com.dmverify.api.failure.NotYetException;
import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.store.NewerFormatException;
import com.dmverify.api.tenant.UnknownAccountException;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.support.record.NoSignalException;
import java.util.List;
import reactor.core.Exceptions;

/** What a failure of a record's work says about the record. */
enum RecordFailure {
    /** Redis or Kafka is unavailable: the poll is repeated. */
    UNAVAILABLE,

    /** A later release, another configuration or another record is needed: it is tried again later, for a time. */
    NOT_YET,

    /** The record can never be processed. */
    PERMANENT;

    /** Of an error that is composed of several, the part counts that gives the record the best chance. */
    static RecordFailure of(Throwable error) {
        List<RecordFailure> parts = Exceptions.unwrapMultiple(error).stream()
                .map(RecordFailure::ofOne)
                .toList();
        return parts.stream().min(RecordFailure::compareTo).orElse(PERMANENT);
    }

    private static RecordFailure ofOne(Throwable error) {
        if (TransientFailure.isCauseOf(error)) {
            return UNAVAILABLE;
        }
        return switch (error) {
            case UnknownSchemaException _,
                    NewerFormatException _,
                    UnknownAccountException _,
                    NotYetException _,
                    NoSignalException _ -> NOT_YET;
            default -> PERMANENT;
        };
    }
}
