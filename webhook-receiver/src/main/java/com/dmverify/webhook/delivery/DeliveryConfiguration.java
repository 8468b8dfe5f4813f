package com.dmverify.webhook.delivery;

import com.dmverify.webhook.log.LineLimits;
import com.dmverify.webhook.recording.Recorder;
import com.dmverify.x.webhook.ActivityParser;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

    @Bean
    DeliveryDesk deliveryDesk(Recorder recorder, MeterRegistry meters, LineLimits lines, Clock clock) {
        DeliveryJournal journal = new DeliveryJournal(meters, lines.limit());
        return new DeliveryDesk(new ActivityParser(clock), recorder, journal, clock);
    }

    @Bean
    Reception reception(DeliveryDesk desk, DeliveryProperties properties, Scheduler waiting) {
        return new Reception(desk, properties, waiting);
    }

    @Bean
    Answers answers(DeliveryProperties properties) {
        return new Answers(properties);
    }

    /** Where deliveries wait for Kafka: a virtual thread for each, never an event loop. */
    @Bean(destroyMethod = "dispose")
    Scheduler waiting() {
        return Schedulers.fromExecutorService(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("delivery-", 0).factory()));
    }
}
