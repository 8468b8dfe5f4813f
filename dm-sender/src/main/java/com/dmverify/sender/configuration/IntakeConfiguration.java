package com.dmverify.sender.configuration;

import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.dispatch.Dispatcher;
import com.dmverify.sender.intake.Offsets;
import com.dmverify.sender.intake.OrderHandler;
import com.dmverify.sender.intake.OrderReader;
import com.dmverify.sender.intake.Partitions;
import com.dmverify.sender.intake.RecordTrace;
import com.dmverify.sender.intake.Revocations;
import com.dmverify.sender.publication.Publisher;
import com.dmverify.sender.seen.Passages;
import com.dmverify.sender.sighting.Sightings;
import com.dmverify.sender.sighting.Witness;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** Puts the way from Kafka and back together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Publisher publisher(KafkaTemplate<String, byte[]> kafka, EventCodec codec) {
        return new Publisher(kafka, codec);
    }

    @Bean
    OrderHandler.Setbacks setbacks(Clock clock, SenderProperties sender) {
        return new OrderHandler.Setbacks(
                clock, sender.pauseWhenAway(), sender.retry().backOff());
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
    Witness witness(EventCodec codec, Sightings sightings) {
        return new Witness(codec, sightings);
    }

    @Bean
    Partitions partitions(
            OrderHandler handler,
            ObservationRegistry observations,
            OrderHandler.Setbacks setbacks,
            SenderProperties sender) {
        return new Partitions(handler, new RecordTrace(observations), setbacks, sender.concurrency());
    }

    @Bean
    Offsets offsets(Partitions partitions, SenderProperties sender, Clock clock) {
        return new Offsets(partitions, new Offsets.Pace(clock, sender.readAhead(), sender.commitEvery()));
    }

    @Bean
    Revocations revocations(Partitions partitions, Offsets offsets, SenderProperties sender, Clock clock) {
        return new Revocations(partitions, offsets, sender.shutdownGrace(), clock);
    }
}
