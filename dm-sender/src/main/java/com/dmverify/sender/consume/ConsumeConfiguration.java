package com.dmverify.sender.consume;

import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.lookup.LookUps;
import com.dmverify.sender.observability.SendLog;
import com.dmverify.sender.observability.SenderMetrics;
import com.dmverify.sender.publish.Publisher;
import com.dmverify.sender.retry.BackOff;
import com.dmverify.sender.send.SendPipeline;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Puts the consumer of orders together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ConsumeProperties.class, SchemaProperties.class})
class ConsumeConfiguration {

    @Bean
    FailurePolicy failurePolicy(Clock clock, ConsumeProperties consumer, SchemaProperties schemas, BackOff backOff) {
        return new FailurePolicy(clock, schemas.unknownFor(), consumer.pauseWhenAway(), backOff);
    }

    @Bean
    OrderHandler orderHandler(
            EventCodec codec,
            SendPipeline pipeline,
            LookUps lookUps,
            Publisher publisher,
            SendLog log,
            FailurePolicy failures) {
        return new OrderHandler(new OrderReader(codec), pipeline, lookUps, publisher, log, failures);
    }

    @Bean
    PartitionProcessors partitionProcessors(
            OrderHandler handler,
            ObservationRegistry observations,
            FailurePolicy failures,
            Accounts accounts,
            ConsumeProperties consumer) {
        PartitionProcessors.Sharing sharing = new PartitionProcessors.Sharing(
                record -> accountOf(record, accounts), consumer.concurrency(), consumer.readAhead());
        return new PartitionProcessors(handler, new RecordTrace(observations), failures, sharing);
    }

    /** Records of unknown accounts share one set of places: made-up keys open no places of their own. */
    private static String accountOf(ConsumerRecord<String, byte[]> record, Accounts accounts) {
        String name = SendLog.accountOf(record);
        return accounts.find(name).isPresent() ? name : "";
    }

    @Bean
    OffsetCommitter offsetCommitter(PartitionProcessors processors, ConsumeProperties consumer, Clock clock) {
        return new OffsetCommitter(
                processors, new OffsetCommitter.Settings(clock, consumer.maxInMemory(), consumer.commitEvery()));
    }

    @Bean
    RebalanceListener rebalanceListener(
            PartitionProcessors processors, OffsetCommitter offsets, ConsumeProperties consumer, Clock clock) {
        return new RebalanceListener(processors, offsets, consumer.shutdownGrace(), clock);
    }

    @Bean
    MeterBinder ordersInHand(PartitionProcessors processors) {
        return SenderMetrics.ordersInHand(processors::unfinished);
    }

    /**
     * The listener catches everything. If an exception ever escaped, the batch would be handled again and again rather
     * than skipped, which is what the default handler does after ten times.
     */
    @Bean
    CommonErrorHandler neverSkip(ConsumeProperties consumer) {
        return new DefaultErrorHandler(
                new FixedBackOff(consumer.pauseWhenAway().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
    }

    @Bean
    ContainerCustomizer<String, byte[], ConcurrentMessageListenerContainer<String, byte[]>> finishWhatIsInFlight(
            ConsumeProperties consumer) {
        return container -> container
                .getContainerProperties()
                .setShutdownTimeout(consumer.shutdownGrace().toMillis());
    }
}
