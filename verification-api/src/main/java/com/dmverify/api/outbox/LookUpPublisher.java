package com.dmverify.api.outbox;

import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Target;
import com.dmverify.events.OrderKind;
import com.dmverify.events.VerificationRequested;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Orders look-ups of persons that no verification waits for. They bypass the outbox: one that is lost is ordered again. */
@Component
public class LookUpPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(LookUpPublisher.class);

    /** Look-ups of the same target have the same id; their numbers differ, so that no reader drops a later report. */
    private static final long SECOND = 1_000;

    private final KafkaTemplate<String, byte[]> kafka;
    private final EventRecords records;
    private final Clock clock;

    LookUpPublisher(KafkaTemplate<String, byte[]> kafka, EventRecords records, Clock clock) {
        this.kafka = kafka;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Orders a look-up, and returns at once. A failure is logged.
     *
     * @param id of the look-up, which its report has
     * @param deadline X is not asked later
     */
    public void order(
            String id, SendingAccount account, String tenant, Target target, Instant deadline, @Nullable Trace trace) {
        Instant now = clock.instant();
        VerificationRequested order = VerificationRequested.newBuilder()
                .setKind(OrderKind.LOOK_UP)
                .setVerificationId(id)
                .setDispatch((int) (now.toEpochMilli() / SECOND))
                .setCodeVersion(0)
                .setTenant(tenant)
                .setAccount(account.name())
                .setTargetHandle(
                        target.handle() == null ? null : target.handle().value())
                .setTargetUserId(
                        target.userId() == null ? null : target.userId().value())
                .setLocale("en")
                .setKeyId("")
                .setCodeDigits(0)
                .setCodeLifeSeconds(0)
                .setAgain(false)
                .setSendDeadline(deadline)
                .setReportDeadline(deadline)
                .setRequestedAt(now)
                .build();
        KafkaRecord record = records.ofLookUp(account, order, trace);
        Mono.fromFuture(() -> kafka.send(record.toProducerRecord()))
                .subscribeOn(Schedulers.boundedElastic())
                .subscribe(
                        sent -> {},
                        error -> LOG.atWarn()
                                .addKeyValue("cause", error.toString())
                                .log("look_up.not_ordered"));
    }
}
