package com.dmverify.api.live;

import com.dmverify.api.outbox.CommitObserver;
import com.dmverify.api.outbox.OutboxEntry;
import com.dmverify.api.redis.ChangeHints;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/**
 * All streams of this replica. Three things tell a stream to read the state: a commit of this replica, the hint of a commit of
 * another replica by Redis, and a look now and then, so that neither a stopped Kafka nor a lost hint stops it. The looks of all
 * streams are spread over their interval.
 *
 * <p>Its end comes before that of the web server, which waits for the requests that run. Thread-safe.
 */
final class LiveUpdates implements CommitObserver, SmartLifecycle {

    /** The interval of the looks is divided into so many steps. */
    static final int SLOTS = 50;

    private final Map<VerificationId, Set<Watch>> watches = new ConcurrentHashMap<>();
    private final ChangeHints hints;
    private final Duration step;
    private final long looksPerHeartBeat;
    private volatile @Nullable Disposable ticks;

    LiveUpdates(ChangeHints hints, LiveProperties properties) {
        this.hints = hints;
        this.step = properties.lookEvery().dividedBy(SLOTS);
        this.looksPerHeartBeat = properties.looksPerHeartBeat();
    }

    /** The watch is told of changes from now on, and reads the state at once. */
    void add(VerificationId id, Watch watch) {
        watches.compute(id, (key, others) -> {
            Set<Watch> all = others == null ? ConcurrentHashMap.newKeySet(1) : others;
            all.add(watch);
            if (others == null) {
                hints.subscribe(id, this::hinted);
            }
            return all;
        });
        if (isRunning()) {
            watch.hint(Watch.UNKNOWN);
        } else {
            watch.end();
        }
    }

    void remove(VerificationId id, Watch watch) {
        watches.computeIfPresent(id, (key, all) -> {
            all.remove(watch);
            if (all.isEmpty()) {
                hints.unsubscribe(id);
                return null;
            }
            return all;
        });
    }

    @Override
    public void committed(Change<?> change, List<OutboxEntry> entries) {
        if (!watches.isEmpty()) {
            hinted(change.after().id(), Watch.UNKNOWN);
        }
    }

    private void hinted(VerificationId id, long version) {
        watches.getOrDefault(id, Set.of()).forEach(watch -> watch.hint(version));
    }

    private void tick(long number) {
        long slot = number % SLOTS;
        long round = number / SLOTS;
        if (slot == 0) {
            hints.repair();
        }
        watches.forEach((id, all) -> {
            if (Math.floorMod(id.hashCode(), SLOTS) == slot) {
                all.forEach(watch -> look(watch, round % looksPerHeartBeat == 0));
            }
        });
    }

    private static void look(Watch watch, boolean withHeartBeat) {
        if (withHeartBeat) {
            watch.heartBeat();
        }
        watch.hint(Watch.UNKNOWN);
    }

    @Override
    public void start() {
        ticks = Flux.interval(step).onBackpressureDrop().subscribe(this::tick);
    }

    @Override
    public void stop() {
        Disposable running = ticks;
        ticks = null;
        if (running != null) {
            running.dispose();
        }
        watches.values().forEach(all -> all.forEach(Watch::end));
    }

    @Override
    public boolean isRunning() {
        return ticks != null;
    }
}
