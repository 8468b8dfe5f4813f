package com.dmverify.api.switches;

import com.dmverify.api.outbox.EventRecords;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.tenant.Accounts;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.tenant.KnownTenants;
import com.dmverify.codes.KeyRing;
import com.dmverify.events.SwitchChanged;
import com.dmverify.events.SwitchKind;
import com.dmverify.events.SwitchState;
import com.dmverify.support.switches.SwitchKey;
import com.dmverify.support.switches.Switches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Stops something, or lets it run again. The record on the topic is the state: it is done when Kafka has it, and takes effect in
 * every replica when that has read it.
 */
@Component
public class ChangeSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeSwitch.class);
    private static final Duration KAFKA_BACK_SOON = Duration.ofSeconds(10);

    private final Switches switches;
    private final EventRecords records;
    private final KafkaTemplate<String, byte[]> kafka;
    private final KnownTenants tenants;
    private final Accounts accounts;
    private final KeyRing keys;
    private final Clock clock;

    ChangeSwitch(
            Switches switches,
            EventRecords records,
            KafkaTemplate<String, byte[]> kafka,
            KnownTenants tenants,
            Accounts accounts,
            KeyRing keys,
            Clock clock) {
        this.switches = switches;
        this.records = records;
        this.kafka = kafka;
        this.tenants = tenants;
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    /** All that is stopped now. */
    public List<SwitchChanged> stopped() {
        return switches.stopped();
    }

    /**
     * Changes a switch; the change when Kafka has it.
     *
     * @throws Problem through the Mono, if what is to be stopped does not exist, or Kafka is away
     */
    public Mono<SwitchChanged> change(SwitchKey key, boolean stop, Caller by) {
        if (stop && !exists(key)) {
            return Mono.error(Problem.of(
                    ProblemType.NOT_FOUND, "Nothing is stopped: " + key.text() + " is not configured here."));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SwitchChanged change = SwitchChanged.newBuilder()
                .setKind(key.kind())
                .setName(key.name())
                .setState(stop ? SwitchState.STOPPED : SwitchState.RUNNING)
                .setChangedBy(by.tenant() + " " + by.key())
                .setChangedAt(now)
                .build();
        return Mono.fromFuture(
                        () -> kafka.send(records.ofSwitch(key.text(), change).toProducerRecord()))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(error -> Problem.of(
                        ProblemType.UNAVAILABLE,
                        "Kafka did not take the change in time: it is not known whether it takes effect. Repeat it.",
                        KAFKA_BACK_SOON))
                .map(sent -> {
                    // The topic says the same a moment later.
                    switches.accept(change);
                    LOG.atWarn()
                            .addKeyValue("kind", key.kind())
                            .addKeyValue("name", key.kind() == SwitchKind.TARGET ? "a target" : key.name())
                            .addKeyValue("state", change.getState())
                            .addKeyValue("by", change.getChangedBy())
                            .log("switch.changed");
                    return change;
                });
    }

    /** A misspelled name would stop nothing, and no operator would know. */
    private boolean exists(SwitchKey key) {
        return switch (key.kind()) {
            case TENANT -> tenants.names().contains(key.name());
            case ACCOUNT -> accounts.names().contains(key.name());
            case CODE_KEY -> keys.ids().contains(key.name());
            case TARGET, UNRECOGNIZED -> true;
        };
    }
}
