package com.dmverify.api.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.schemas.RetryHeaders;
import com.dmverify.schemas.Topics;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes records that are to be tried again later to the record's topic with {@link Topics#RETRY}. */
final class RetryTopic {

    private static final Logger log = LoggerFactory.getLogger(RetryTopic.class);
    private static final Pattern ORIGIN = Pattern.compile("(.+)-([0-9]{1,9})@([0-9]{1,18})");
    private static final Pattern ATTEMPT = Pattern.compile("[0-9]{1,6}");

    private final KafkaTemplate<String, byte[]> kafka;
    private final Clock clock;

    RetryTopic(KafkaTemplate<String, byte[]> kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /** Writes the record for a later attempt, with its key, value and headers. */
    Mono<Void> keep(ConsumerRecord<String, byte[]> original, int attempt, Throwable cause) {
        Instant notBefore = clock.instant().plus(BackOff.after(attempt));
        String origin = original.topic() + "-" + original.partition() + "@" + original.offset();
        ProducerRecord<String, byte[]> later =
                new ProducerRecord<>(original.topic() + Topics.RETRY, original.key(), original.value());
        original.headers().forEach(later.headers()::add);
        put(later, RetryHeaders.ATTEMPT, String.valueOf(attempt + 1));
        put(later, RetryHeaders.NOT_BEFORE, notBefore.toString());
        put(later, RetryHeaders.CAUSE, String.valueOf(cause.getMessage()));
        put(later, RetryHeaders.ORIGIN, origin);
        log.atWarn()
                .addKeyValue("record", origin)
                .addKeyValue("attempt", attempt)
                .addKeyValue("not_before", notBefore)
                .addKeyValue("reason", cause.getMessage())
                .log("record.retried_later");
        return Mono.fromFuture(() -> kafka.send(later))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    /** Returns the number of this attempt, from 1. */
    static int attempt(ConsumerRecord<String, byte[]> record) {
        String text = text(record, RetryHeaders.ATTEMPT);
        return text != null && ATTEMPT.matcher(text).matches() ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    /** Returns when it may be tried again; empty for a record that is not of a retry topic. */
    static Optional<Instant> notBefore(ConsumerRecord<String, byte[]> record) {
        String text = text(record, RetryHeaders.NOT_BEFORE);
        try {
            return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Returns the record as it first appeared: in its own topic, and at its first offset if that is known. */
    static ConsumerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> record) {
        String topic = record.topic();
        if (!topic.endsWith(Topics.RETRY)) {
            return record;
        }
        topic = topic.substring(0, topic.length() - Topics.RETRY.length());
        Matcher origin = ORIGIN.matcher(String.valueOf(text(record, RetryHeaders.ORIGIN)));
        boolean isKnown = origin.matches() && origin.group(1).equals(topic);
        ConsumerRecord<String, byte[]> original = new ConsumerRecord<>(
                topic,
                isKnown ? Integer.parseInt(origin.group(2)) : record.partition(),
                isKnown ? Long.parseLong(origin.group(3)) : record.offset(),
                record.key(),
                record.value());
        record.headers().forEach(original.headers()::add);
        return original;
    }

    private static void put(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().remove(name).add(name, value.getBytes(UTF_8));
    }

    private static @Nullable String text(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
