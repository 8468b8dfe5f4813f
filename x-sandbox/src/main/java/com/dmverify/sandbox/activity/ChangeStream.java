package com.dmverify.sandbox.activity;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells onlookers that something changed, not what. Costs next to nothing while nobody looks. */
@Component
public class ChangeStream {

    private static final Duration EYE = Duration.ofMillis(200);

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

    /** At most a few a second; a heartbeat keeps proxies from closing it. */
    public Flux<Long> watch() {
        Flux<Long> heartbeat = Flux.interval(Duration.ofSeconds(15)).map(tick -> version.get());
        return Flux.merge(sink.asFlux().onBackpressureLatest().sample(EYE), heartbeat)
                .startWith(version.get());
    }
}
