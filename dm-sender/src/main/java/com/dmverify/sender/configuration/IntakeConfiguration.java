package com.dmverify.sender.configuration;

import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.dispatch.Dispatcher;
import com.dmverify.sender.intake.Closing;
import com.dmverify.sender.intake.Offsets;
import com.dmverify.sender.intake.OrderHandler;
import com.dmverify.sender.intake.OrderReader;
import com.dmverify.sender.intake.PartitionWork;
import com.dmverify.sender.intake.Partitions;
import com.dmverify.sender.intake.RecordTrace;
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
    Closing closing() {
        return new Closing();
    }

    @Bean
    Partitions partitions(Clock clock) {
        return new Partitions(clock);
    }

    @Bean
    Offsets offsets(Partitions partitions, SenderProperties sender) {
        return new Offsets(partitions, sender.readAhead());
    }

    @Bean
    PartitionWork partitionWork(
            OrderHandler handler,
            ObservationRegistry observations,
            Closing closing,
            Partitions partitions,
            SenderProperties sender) {
        return new PartitionWork(handler, new RecordTrace(observations), closing, partitions, sender.concurrency());
    }
}
