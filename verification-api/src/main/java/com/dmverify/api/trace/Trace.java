package com.dmverify.api.trace;

import com.dmverify.schemas.TraceHeaders;
import io.micrometer.tracing.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A position in a distributed trace, in the text form that headers and the outbox carry. Source: W3C Trace Context, sections
 * 3.2 and 3.3.
 *
 * @param parent the {@code traceparent}, in version 00
 * @param state the {@code tracestate}, which belongs to the tracing systems on the way; null if there is none
 */
public record Trace(String parent, @Nullable String state) {

    /** The name of the header, in HTTP and in Kafka. */
    public static final String PARENT = TraceHeaders.TRACEPARENT;

    /** The name of the header for the entries of the tracing systems. */
    public static final String STATE = TraceHeaders.TRACESTATE;

    private static final String VERSION = "00-";
    private static final Pattern STATE_SHAPE = Pattern.compile("[\\x20-\\x7e]{1,512}");
    private static final int ID_AT = 3;
    private static final int SPAN_AT = 36;
    private static final int FLAGS_AT = 53;
    private static final int LENGTH = 55;

    public Trace {
        if (!isParent(parent)) {
            throw new IllegalArgumentException(
                    "A traceparent looks like 00-<32 hex digits>-<16 hex digits>-<2 hex digits>");
        }
        if (state != null && !STATE_SHAPE.matcher(state).matches()) {
            throw new IllegalArgumentException("A tracestate has at most 512 printable characters");
        }
    }

    /** Reads the two headers; empty if there is no valid traceparent. A later version is read as far as version 00 goes. */
    public static Optional<Trace> of(@Nullable String parent, @Nullable String state) {
        if (parent == null) {
            return Optional.empty();
        }
        String usable = state != null && STATE_SHAPE.matcher(state).matches() ? state : null;
        if (isParent(parent)) {
            return Optional.of(new Trace(parent, usable));
        }
        SpanContext read = Span.fromContext(
                        W3CTraceContextPropagator.getInstance().extract(Context.root(), parent, ParentOnly.INSTANCE))
                .getSpanContext();
        if (!read.isValid()) {
            return Optional.empty();
        }
        return Optional.of(
                of(read.getTraceId(), read.getSpanId(), read.getTraceFlags().asHex(), usable));
    }

    /** Whether it is a traceparent of version 00. No pattern: each request and each stored verification has one. */
    private static boolean isParent(String text) {
        return text.length() == LENGTH
                && text.startsWith(VERSION)
                && text.charAt(SPAN_AT - 1) == '-'
                && text.charAt(FLAGS_AT - 1) == '-'
                && TraceId.isValid(text.substring(ID_AT, SPAN_AT - 1))
                && SpanId.isValid(text.substring(SPAN_AT, FLAGS_AT - 1))
                && isHexDigit(text.charAt(FLAGS_AT))
                && isHexDigit(text.charAt(FLAGS_AT + 1));
    }

    private static boolean isHexDigit(char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
    }

    /** The position of a span, which has the state of its caller if it belongs to the same trace. */
    static Trace of(TraceContext span, @Nullable Trace caller) {
        return of(
                span.traceId(),
                span.spanId(),
                Boolean.TRUE.equals(span.sampled()) ? "01" : "00",
                caller != null && caller.id().equals(span.traceId()) ? caller.state() : null);
    }

    /** Begins a trace. It is not marked as sampled, because its beginning is not recorded. */
    public static Trace begin() {
        IdGenerator ids = IdGenerator.random();
        return of(ids.generateTraceId(), ids.generateSpanId(), "00", null);
    }

    private static Trace of(String traceId, String spanId, String flags, @Nullable String state) {
        return new Trace("00-" + traceId + "-" + spanId + "-" + flags, state);
    }

    /** The id of the whole trace: {@code trace_id} in logs and problems. */
    public String id() {
        return parent.substring(ID_AT, ID_AT + TraceId.getLength());
    }

    /** Reads a traceparent that stands alone. */
    private enum ParentOnly implements TextMapGetter<String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(PARENT);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(PARENT) ? carrier : null;
        }
    }
}
