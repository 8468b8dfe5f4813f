package com.dmverify.sender.observability;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.OrderKind;
import com.dmverify.schemas.ReasonWords;
import com.dmverify.sender.publish.RetryState;
import com.dmverify.sender.send.Disposition;
import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs and counts each attempt of an order. Never logs a code or a text. */
public final class SendLog {

    private static final Logger LOG = LoggerFactory.getLogger("com.dmverify.sender.dm");

    private final SenderMetrics metrics;

    public SendLog(SenderMetrics metrics) {
        this.metrics = metrics;
    }

    /** The outcome of an order is decided. Its report may need several tries to be published; it is logged once. */
    public void decided(Disposition next, ConsumerRecord<String, byte[]> record) {
        if (next instanceof Disposition.Attempted attempted) {
            attempted(attempted, attempt(record));
        }
    }

    /** An order came by, and its next thing is durable. */
    public void passed(Disposition next, ConsumerRecord<String, byte[]> record) {
        switch (next) {
            case Disposition.Attempted _ -> metrics.handled("attempted");
            case Disposition.Unconfirmed(var event, var then) -> {
                metrics.unconfirmed(event.getAccount());
                LOG.atInfo()
                        .addKeyValue("verification", event.getVerificationId())
                        .addKeyValue("account", event.getAccount())
                        .addKeyValue("dispatch", event.getDispatch())
                        .log("dm.unconfirmed");
                passed(then, record);
            }
            case Disposition.Retry(var notBefore, var cause) -> {
                metrics.handled("retry");
                waiting(record, cause).addKeyValue("not_before", notBefore).log("dm.retried");
            }
            case Disposition.DeadLetter(var reason) -> {
                metrics.handled("dead_letter");
                LOG.atWarn()
                        .addKeyValue("verification", subject(record))
                        .addKeyValue("partition", record.topic() + "-" + record.partition())
                        .addKeyValue("offset", record.offset())
                        .addKeyValue("reason", reason)
                        .log("dm.dead_letter");
            }
            case Disposition.Defer(var until, var cause, var asked) -> {
                metrics.handled("defer");
                // Every order of an account at its limit comes here: only those for which X was called are logged.
                if (asked) {
                    waiting(record, cause).addKeyValue("until", until).log("dm.postponed");
                }
            }
        }
    }

    /** An order failed in a way that no code expected. */
    public void failed(String cause) {
        metrics.failed(cause);
    }

    private void attempted(Disposition.Attempted attempted, int attempt) {
        DmAttempted event = attempted.event();
        String outcome = event.getOutcome().name().toLowerCase(Locale.ROOT);
        Duration took = Duration.between(event.getAttemptedAt(), event.getSettledAt());
        boolean lookUp = event.getKind() == OrderKind.LOOK_UP;
        if (lookUp) {
            metrics.lookedUp(event.getAccount(), outcome, took);
        } else {
            metrics.attempted(event.getAccount(), outcome, attempted.source(), took);
        }
        LOG.atInfo()
                .addKeyValue("verification", event.getVerificationId())
                .addKeyValue("account", event.getAccount())
                .addKeyValue("dispatch", event.getDispatch())
                .addKeyValue("outcome", outcome)
                .addKeyValue("reason", ReasonWords.of(event.getReason()))
                .addKeyValue("source", attempted.source().name().toLowerCase(Locale.ROOT))
                .addKeyValue("attempt", attempt)
                .addKeyValue("took_ms", took.toMillis())
                .log(lookUp ? "user.looked_up" : "dm.attempted");
    }

    private static LoggingEventBuilder waiting(ConsumerRecord<String, byte[]> record, String cause) {
        return LOG.atInfo()
                .addKeyValue("verification", subject(record))
                .addKeyValue("account", accountOf(record))
                .addKeyValue("attempt", attempt(record))
                .addKeyValue("cause", cause);
    }

    private static int attempt(ConsumerRecord<String, byte[]> record) {
        return RetryState.of(record.headers()).attempt();
    }

    /** The key is the account's name, with {@code #} and a lane behind it if the account has several. */
    public static String accountOf(ConsumerRecord<String, byte[]> record) {
        String key = String.valueOf(record.key());
        int lane = key.indexOf('#');
        return lane < 0 ? key : key.substring(0, lane);
    }

    /** The verification id as the writer of the record put it into its CloudEvents subject. */
    private static String subject(ConsumerRecord<String, byte[]> record) {
        Header subject = record.headers().lastHeader("ce_subject");
        return subject == null || subject.value() == null ? "-" : new String(subject.value(), UTF_8);
    }
}
