package com.dmverify.api.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Continues the trace of a record in the work for it. With tracing switched on, the work is a span of its own; otherwise the
 * position of the record is passed on, so that no record names a parent that no system recorded.
 */
public final class RecordSpans {

    private final @Nullable Propagator propagator;

    /** @param propagator null if tracing is switched off */
    public RecordSpans(@Nullable Propagator propagator) {
        this.propagator = propagator;
    }

    /** The work, with the trace in its context. */
    public <T> Mono<T> process(ConsumerRecord<?, ?> record, Mono<T> work) {
        Headers headers = record.headers();
        Optional<Trace> caller = RecordTrace.in(headers);
        if (propagator == null) {
            return work.contextWrite(CurrentTrace.is(caller.orElseGet(Trace::begin)));
        }
        Span.Builder span = propagator
                .extract(headers, RecordTrace::text)
                .kind(Span.Kind.CONSUMER)
                .name("process " + record.topic())
                .tag("messaging.system", "kafka")
                .tag("messaging.destination.name", record.topic());
        return Mono.using(
                span::start,
                started -> work.doOnError(started::error)
                        .contextWrite(CurrentTrace.is(Trace.of(started.context(), caller.orElse(null)))),
                Span::end);
    }
}
