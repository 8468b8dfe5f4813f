package com.dmverify.sender.withdrawal.follow;

import com.dmverify.sender.redis.RedisScriptRunner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/** Follows the topics that end orders before they are sent. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FollowProperties.class)
class FollowConfiguration {

    private static final String SESSION_TIMEOUT = "6000";

    @Bean
    Positions positions(RedisScriptRunner redis) {
        return new RedisPositions(redis);
    }

    @Bean
    TopicEnds topicEnds(KafkaAdmin admin) {
        return new KafkaTopicEnds(admin.getConfigurationProperties());
    }

    @Bean
    ReaderLag readerLag(TopicEnds ends, Positions positions, List<FollowedTopic> topics, FollowProperties properties) {
        List<String> names = topics.stream().map(FollowedTopic::name).toList();
        return new ReaderLag(names, ends, positions, System::nanoTime, properties.maxLag());
    }

    @Bean
    TopicFollowing topicFollowing(
            List<FollowedTopic> topics,
            Positions positions,
            ConsumerFactory<String, byte[]> consumers,
            ReaderLag lag,
            FollowProperties properties) {
        List<TopicFollower> followers = topics.stream()
                .map(topic -> new TopicFollower(topic, positions, followed -> consumer(followed, consumers)))
                .toList();
        return new TopicFollowing(followers, lag, properties.checkEvery());
    }

    @Bean
    FollowHealthIndicator withdrawalsHealthIndicator(ReaderLag lag) {
        return new FollowHealthIndicator(lag);
    }

    @Bean
    MeterBinder withdrawalLag(ReaderLag lag) {
        return meters -> Gauge.builder("dm.sender.withdrawals.lag", lag, FollowConfiguration::seconds)
                .baseUnit("seconds")
                .description("how far the readers of withdrawals and opt-outs are behind; not a number if unknown")
                .register(meters);
    }

    private static double seconds(ReaderLag lag) {
        return lag.lag().map(Duration::toMillis).map(millis -> millis / 1_000d).orElse(Double.NaN);
    }

    private static Consumer<String, byte[]> consumer(FollowedTopic topic, ConsumerFactory<String, byte[]> consumers) {
        Properties ours = new Properties();
        ours.setProperty("enable.auto.commit", "false");
        ours.setProperty("auto.offset.reset", "earliest");
        // While a replica that died keeps its partitions no message is sent: not longer than the brokers allow.
        ours.setProperty("session.timeout.ms", SESSION_TIMEOUT);
        ours.setProperty("heartbeat.interval.ms", "2000");
        return consumers.createConsumer(topic.group(), "", "-" + topic.group(), ours);
    }
}
