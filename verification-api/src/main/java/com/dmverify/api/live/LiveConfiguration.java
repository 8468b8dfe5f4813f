package com.dmverify.api.live;

import com.dmverify.api.redis.ChangeHints;
import com.dmverify.api.store.VerificationStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
class LiveConfiguration {

    @Bean
    LiveUpdates liveUpdates(ChangeHints hints, LiveProperties properties) {
        return new LiveUpdates(hints, properties);
    }

    @Bean
    FollowVerification followVerification(
            VerificationStore store,
            LiveUpdates updates,
            LiveProperties properties,
            MeterRegistry meters,
            Clock clock) {
        LivePlaces places = new LivePlaces(properties.mostPerKey(), properties.most());
        Gauge.builder("dm.verify.streams", places, LivePlaces::open)
                .description("Streams and long polls that are open")
                .register(meters);
        return new FollowVerification(store, updates, places, clock);
    }
}
