package com.dmverify.api.check;

import com.dmverify.api.outbox.CommitObserver;
import com.dmverify.api.outbox.OutboxEntry;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Wakes those who wait for the next change of a verification, without asking Redis. It hears of changes that this replica
 * commits; one that another replica commits is seen when the time is up.
 */
@Component
@EnableConfigurationProperties(CheckProperties.class)
class ChangeAwaiter implements CommitObserver {

    private final Map<VerificationId, Set<Registration>> waiting = new ConcurrentHashMap<>();
    private final Duration longest;

    ChangeAwaiter(CheckProperties properties) {
        this.longest = properties.reportTimeout();
    }

    /** Begins to watch; close it. */
    Registration register(VerificationId id) {
        Registration registration = new Registration(id);
        waiting.compute(id, (key, others) -> {
            Set<Registration> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(registration);
            return all;
        });
        return registration;
    }

    @Override
    public void committed(Change<?> change, List<OutboxEntry> entries) {
        if (!waiting.isEmpty()) {
            waiting.getOrDefault(change.after().id(), Set.of()).forEach(Registration::wake);
        }
    }

    /** One wait. */
    final class Registration implements AutoCloseable {

        private final VerificationId id;
        private final Sinks.Empty<Void> changed = Sinks.empty();

        private Registration(VerificationId id) {
            this.id = id;
        }

        /** Completes when the verification changed since the registration, or when the time is up. */
        Mono<Void> happened() {
            return changed.asMono().timeout(longest, Mono.empty());
        }

        private void wake() {
            changed.tryEmitEmpty();
        }

        @Override
        public void close() {
            waiting.computeIfPresent(id, (key, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
