package com.dmverify.webhook.delivery;

import com.dmverify.webhook.app.Apps;
import com.dmverify.webhook.log.LogLimiters;
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
    DeliveryHandler deliveryHandler(Recorder recorder, MeterRegistry meters, LogLimiters lines, Clock clock) {
        DeliveryMetrics metrics = new DeliveryMetrics(meters, lines.limit());
        return new DeliveryHandler(new ActivityParser(clock), recorder, metrics, clock);
    }

    @Bean
    DeliveryReceiver receiver(
            DeliveryHandler handler, DeliveryProperties properties, LastEvents lastEvents, Scheduler waiting) {
        return new DeliveryReceiver(handler, properties, lastEvents, waiting);
    }

    @Bean
    LastEvents lastEventsHealthIndicator(Apps apps, Clock clock) {
        return new LastEvents(apps, clock);
    }

    @Bean
    DeliveryResponses responses(DeliveryProperties properties) {
        return new DeliveryResponses(properties);
    }

    /** Runs the blocking part of each delivery on a virtual thread, never on an event loop. */
    @Bean(destroyMethod = "dispose")
    Scheduler waiting() {
        return Schedulers.fromExecutorService(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("delivery-", 0).factory()));
    }
}
