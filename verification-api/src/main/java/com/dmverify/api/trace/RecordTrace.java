package com.dmverify.api.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The trace in the headers of a Kafka record, under the same names as in HTTP. */
public final class RecordTrace {

    private RecordTrace() {}

    /** The trace of a record that was consumed, if it has a valid one. */
    public static Optional<Trace> in(Headers headers) {
        return Trace.of(text(headers, Trace.PARENT), text(headers, Trace.STATE));
    }

    /** Puts the trace on a record that will be produced. */
    public static void put(Headers headers, Trace trace) {
        headers.add(Trace.PARENT, trace.parent().getBytes(UTF_8));
        if (trace.state() != null) {
            headers.add(Trace.STATE, trace.state().getBytes(UTF_8));
        }
    }

    /** Puts the trace among the headers of a record for the outbox. */
    public static void put(Map<String, byte[]> headers, Trace trace) {
        headers.put(Trace.PARENT, trace.parent().getBytes(UTF_8));
        if (trace.state() != null) {
            headers.put(Trace.STATE, trace.state().getBytes(UTF_8));
        }
    }

    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
