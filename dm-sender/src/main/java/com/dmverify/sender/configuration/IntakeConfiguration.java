package com.dmverify.sender.configuration;

import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.dispatch.Dispatcher;
import com.dmverify.sender.intake.Offsets;
import com.dmverify.sender.intake.OrderHandler;
import com.dmverify.sender.intake.OrderReader;
import com.dmverify.sender.intake.Partitions;
import com.dmverify.sender.intake.RecordTrace;
import com.dmverify.sender.intake.Revocations;
import com.dmverify.sender.intake.SecondReader;
import com.dmverify.sender.publication.Publisher;
import com.dmverify.sender.seen.Passages;
import com.dmverify.sender.seen.SenderMetrics;
import com.dmverify.sender.sighting.Sightings;
import com.dmverify.sender.sighting.Witness;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** Puts the way from Kafka and back together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Publisher publisher(KafkaTemplate<String, byte[]> kafka, EventCodec codec, Clock clock) {
        return new Publisher(kafka, codec, clock);
    }

    @Bean
    OrderHandler.Setbacks setbacks(Clock clock, SenderProperties sender, HouseProperties house) {
        return new OrderHandler.Setbacks(
                clock,
                house.schemas().unknownFor(),
                sender.pauseWhenAway(),
                sender.retry().backOff());
    }

    @Bean
    OrderHandler orderHandler(
            EventCodec codec,
            Dispatcher dispatcher,
            Publisher publisher,
            Passages passages,
            OrderHandler.Setbacks setbacks) {
        return new OrderHandler(new OrderReader(codec), dispatcher, publisher, passages, setbacks);
    }

    @Bean
    SecondReader secondReader(SenderMetrics metrics) {
        return new SecondReader(metrics::skipped);
    }

    @Bean
    Witness witness(EventCodec codec, Sightings sightings) {
        return new Witness(codec, sightings);
    }

    @Bean
    Partitions partitions(
            OrderHandler handler,
            ObservationRegistry observations,
            OrderHandler.Setbacks setbacks,
            Accounts accounts,
            SenderProperties sender) {
        Partitions.Sharing sharing =
                new Partitions.Sharing(record -> accountOf(record, accounts), sender.concurrency(), sender.readAhead());
        return new Partitions(handler, new RecordTrace(observations), setbacks, sharing);
    }

    /** Records of accounts that do not exist share one set of places: made-up keys open no places of their own. */
    private static String accountOf(ConsumerRecord<String, byte[]> record, Accounts accounts) {
        String name = Passages.accountOf(record);
        return accounts.find(name).isPresent() ? name : "";
    }

    @Bean
    Offsets offsets(Partitions partitions, SenderProperties sender, Clock clock) {
        return new Offsets(partitions, new Offsets.Pace(clock, sender.mostInHand(), sender.commitEvery()));
    }

    @Bean
    Revocations revocations(Partitions partitions, Offsets offsets, SenderProperties sender, Clock clock) {
        return new Revocations(partitions, offsets, sender.shutdownGrace(), clock);
    }
}
