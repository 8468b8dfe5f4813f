package com.dmverify.sandbox.activity;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Signals to the web page that something changed. Costs almost nothing without a subscriber. */
@Component
public class ChangeStream {

    private static final Duration SAMPLE_INTERVAL = Duration.ofMillis(200);

    private final Sinks.Many<Long> sink = Sinks.many().multicast().directBestEffort();
    private final AtomicLong version = new AtomicLong();

    public void happened() {
        long now = version.incrementAndGet();
        if (sink.currentSubscriberCount() > 0) {
            synchronized (sink) {
                sink.emitNext(now, Sinks.EmitFailureHandler.FAIL_FAST);
            }
        }
    }

    /** Emits at most five signals per second, and a heartbeat that keeps proxies from closing the stream. */
    public Flux<Long> watch() {
        Flux<Long> heartbeat = Flux.interval(Duration.ofSeconds(15)).map(tick -> version.get());
        return Flux.merge(sink.asFlux().onBackpressureLatest().sample(SAMPLE_INTERVAL), heartbeat)
                .startWith(version.get());
    }
}
