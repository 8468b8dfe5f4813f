package com.dmverify.api.request.kafka;

import com.dmverify.api.outbox.EventRecords;
import com.dmverify.api.problem.FieldError;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.tenant.KafkaTenants.Speaker;
import com.dmverify.api.trace.CurrentTrace;
import com.dmverify.events.CommandRejected;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Answers commands that were not carried out, by {@link CommandRejected} with the problem that REST answers. A poll that is
 * repeated because of another record does not answer a second time; a restart may.
 */
@Component
class RejectionPublisher {

    /** More than a poll has records; a repeated poll begins at the oldest that is not done. */
    private static final int REMEMBERED = 10_000;

    /** A command may hold more than REST takes, and its answer repeats what it cannot use. */
    private static final int LONGEST_ID = 255;

    private static final int LONGEST_REFERENCE = 128;
    private static final int LONGEST_DETAIL = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(RejectionPublisher.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final EventRecords records;
    private final Clock clock;
    private final Set<String> rejected = Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));

    RejectionPublisher(KafkaTemplate<String, byte[]> kafka, EventRecords records, Clock clock) {
        this.kafka = kafka;
        this.records = records;
        this.clock = clock;
    }

    /** Whether this process has rejected the command of this record. */
    boolean isRejected(ConsumerRecord<?, ?> record) {
        return rejected.contains(position(record));
    }

    /** Completes when Kafka has the answer. */
    Mono<Void> reject(ConsumerRecord<?, ?> record, Command command, Problem problem, Speaker speaker) {
        String position = position(record);
        CommandRejected body = body(command, problem);
        return Mono.deferContextual(context -> {
                    var answer = records.ofRejection(
                            speaker.answers(),
                            body,
                            position,
                            clock.instant(),
                            CurrentTrace.in(context).orElse(null));
                    return Mono.fromFuture(() -> kafka.send(answer.toProducerRecord()))
                            .subscribeOn(Schedulers.boundedElastic());
                })
                .doOnSuccess(sent -> {
                    rejected.add(position);
                    LOG.atInfo()
                            .addKeyValue("record", position)
                            .addKeyValue("tenant", speaker.caller().tenant())
                            .addKeyValue("code", body.getProblemCode())
                            .log("command.rejected");
                })
                .then();
    }

    private static CommandRejected body(Command command, Problem problem) {
        Duration retryAfter = problem.retryAfter();
        return CommandRejected.newBuilder()
                .setCommandId(cut(command.id(), LONGEST_ID))
                .setReference(command.reference() == null ? null : cut(command.reference(), LONGEST_REFERENCE))
                .setProblemCode(problem.type().code())
                .setStatus(problem.type().status())
                .setDetail(cut(detail(problem), LONGEST_DETAIL))
                .setRetryAfterSeconds(retryAfter == null ? null : Problem.seconds(retryAfter))
                .build();
    }

    /** REST names the fields beside the sentence; here they follow it. */
    private static String detail(Problem problem) {
        return Stream.concat(
                        Stream.of(problem.detail()), problem.errors().stream().map(RejectionPublisher::sentence))
                .collect(Collectors.joining(" "));
    }

    private static String sentence(FieldError error) {
        return error.pointer() + ": " + error.detail();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static String position(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    /** Forgets the oldest. */
    private static final class Newest extends LinkedHashMap<String, Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
