package com.dmverify.api.live;

import com.dmverify.api.store.VersionedVerification;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/**
 * One stream about one verification. It reads the state when it is told that it may have changed, one read at a time, and passes
 * on each version that it has not passed on; a version again when the user has to be told to look for the message. A reader that is slow gets the newest state only: the sink keeps one signal.
 *
 * <p>Thread-safe.
 */
final class Watch {

    /** The version of a hint that does not name one. */
    static final long UNKNOWN = Long.MAX_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Mono<VersionedVerification> state;
    private final FluxSink<LiveSignal> sink;
    private final Clock clock;
    private long passedOn;
    /** Whether the reader knows that the message of this version is not seen; null before the first read. */
    private @Nullable Boolean toldUnseen;

    /** The highest version that a hint named while the state was read; 0 for none. */
    private long hinted;

    private boolean isReading;

    /**
     * A stream for a reader that has a version.
     *
     * @param state reads it; empty if the verification is gone
     * @param has the version that the reader has; 0 for none
     */
    Watch(Mono<VersionedVerification> state, FluxSink<LiveSignal> sink, Clock clock, long has) {
        this.state = state;
        this.sink = sink;
        this.clock = clock;
        this.passedOn = has;
    }

    /** It may have this version now. */
    void hint(long version) {
        synchronized (this) {
            if (sink.isCancelled() || version == passedOn) {
                return;
            }
            hinted = Math.max(hinted, version);
            if (isReading) {
                return;
            }
            isReading = true;
        }
        read();
    }

    /** For a reader that keeps up; a state that waits for a slow one is not replaced. */
    synchronized void heartBeat() {
        if (sink.requestedFromDownstream() > 0) {
            sink.next(new LiveSignal.HeartBeat());
        }
    }

    void end() {
        sink.complete();
    }

    private void read() {
        synchronized (this) {
            hinted = 0;
        }
        state.singleOptional().subscribe(found -> found.ifPresentOrElse(this::passOn, sink::complete), this::failed);
    }

    private void passOn(VersionedVerification found) {
        boolean again;
        synchronized (this) {
            boolean unseen = found.verification().isUnseen(clock.instant());
            if (found.version() != passedOn || (toldUnseen != null && toldUnseen != unseen)) {
                passedOn = found.version();
                sink.next(new LiveSignal.State(found));
            }
            toldUnseen = unseen;
            if (found.verification().status().isTerminal()) {
                sink.complete();
            }
            again = hinted > passedOn && !sink.isCancelled();
            isReading = again;
        }
        if (again) {
            read();
        }
    }

    /** The next look reads again. */
    private void failed(Throwable error) {
        LOG.atDebug().addKeyValue("cause", error.toString()).log("stream.read_failed");
        synchronized (this) {
            isReading = false;
        }
    }
}
