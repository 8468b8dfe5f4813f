package com.dmverify.support.switches;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import com.dmverify.support.follow.FollowerConsumers;
import com.dmverify.support.follow.TopicFollower;
import com.dmverify.support.startup.StartupCheck;
import com.dmverify.support.topic.TopicCreation;
import com.dmverify.support.topic.UsedTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads the switches. The application is ready when the topic is read to its end. Imported by services that obey them. */
@Configuration(proxyBeanMethods = false)
public class SwitchesConfiguration {

    /** A startup check bounds its own time and is repeated. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Bean
    UsedTopics switchesTopic() {
        return UsedTopics.of(Topics.SWITCHES);
    }

    @Bean
    Switches switches(EventCodec codec, MeterRegistry meters) {
        return new Switches(codec, meters);
    }

    @Bean
    TopicFollower switchFollower(ObjectProvider<ConsumerFactory<?, ?>> kafka, Switches switches, TopicNames names) {
        return new TopicFollower(FollowerConsumers.of(kafka), names.of(Topics.SWITCHES), switches::accept);
    }

    @Bean
    StartupCheck switchesStartupCheck(
            @Qualifier("switchFollower") TopicFollower switchFollower, TopicCreation topics, TopicNames names) {
        return new StartupCheck("switches", () -> {
            topics.create(); // there is nothing to read before it is there
            if (!switchFollower.awaitCaughtUp(TIMEOUT)) {
                throw new IllegalStateException(
                        "The topic " + names.of(Topics.SWITCHES) + " is not read to its end yet");
            }
            return true;
        });
    }
}
