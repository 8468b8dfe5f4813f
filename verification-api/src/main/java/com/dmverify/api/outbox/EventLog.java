package com.dmverify.api.outbox;

import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Counts and logs committed events; those of tests are not counted. The end of a verification is logged at INFO, every other event at DEBUG.
 *
 * <pre>
 * dm.verify.events{event}   committed events
 *     opened    = succeeded + expired + exhausted + canceled + failed + pending
 *     requested = opened + requeued                   (each is one order to dm-sender)
 * </pre>
 */
final class EventLog implements CommitObserver {

    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    private final Map<VerificationEvent.Type, Counter> counters = new EnumMap<>(VerificationEvent.Type.class);

    EventLog(MeterRegistry meters) {
        for (VerificationEvent.Type type : VerificationEvent.Type.values()) {
            counters.put(type, meters.counter("dm.verify.events", "event", word(type)));
        }
    }

    @Override
    public void committed(Change<?> change, List<OutboxEntry> entries) {
        for (VerificationEvent event : change.events()) {
            if (!event.verification().request().isTest()) {
                Objects.requireNonNull(counters.get(event.type())).increment();
            }
            log(event);
        }
    }

    private static void log(VerificationEvent event) {
        Verification verification = event.verification();
        boolean ended = verification.status().isTerminal();
        Level level = ended ? Level.INFO : Level.DEBUG;
        if (!LOG.isEnabledForLevel(level)) {
            return;
        }
        LOG.atLevel(level)
                .addKeyValue("verification", verification.id())
                .addKeyValue("tenant", verification.request().tenant())
                .addKeyValue("test", verification.request().isTest())
                .addKeyValue("event", word(event.type()))
                .addKeyValue("status", verification.status().wire())
                .addKeyValue("delivery", verification.delivery().status().wire())
                .addKeyValue("reason", verification.reason())
                .addKeyValue("dispatch", verification.delivery().order().dispatch())
                .addKeyValue("trace_id", event.traceId())
                .log(ended ? "verification.completed" : "verification.changed");
    }

    private static String word(VerificationEvent.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
