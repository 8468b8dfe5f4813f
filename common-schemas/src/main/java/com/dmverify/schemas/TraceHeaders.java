package com.dmverify.schemas;

/** Names of the Kafka headers that carry the trace of a record. Source: W3C Trace Context, sections 3.2 and 3.3. */
public final class TraceHeaders {

    /** Trace and parent span. */
    public static final String TRACEPARENT = "traceparent";

    /** What the tracing systems on the way add. */
    public static final String TRACESTATE = "tracestate";

    private TraceHeaders() {}
}
