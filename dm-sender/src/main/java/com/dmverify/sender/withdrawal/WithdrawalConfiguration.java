package com.dmverify.sender.withdrawal;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import com.dmverify.sender.intake.SecondReader;
import com.dmverify.sender.ledger.Withdrawals;
import com.dmverify.sender.optout.OptOuts;
import com.dmverify.sender.script.RedisScriptRunner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/** Follows what ends orders before they are sent. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WithdrawalProperties.class)
class WithdrawalConfiguration {

    private static final String SESSION_TIMEOUT = "6000";

    @Bean
    Positions positions(RedisScriptRunner redis) {
        return new RedisPositions(redis);
    }

    @Bean
    TopicEnds topicEnds(KafkaAdmin admin) {
        return new KafkaEnds(admin.getConfigurationProperties());
    }

    @Bean
    ReaderLag readerLag(TopicEnds ends, Positions positions, WithdrawalProperties withdrawals) {
        List<String> topics = List.of(Topics.VERIFICATION_EVENTS, Topics.OPT_OUTS);
        return new ReaderLag(topics, ends, positions, System::nanoTime, withdrawals.mostBehind());
    }

    @Bean
    FollowedTopic endedVerifications(
            EventCodec codec,
            Withdrawals withdrawals,
            SecondReader reader,
            WithdrawalProperties properties,
            Clock clock) {
        return new FollowedTopic(
                Topics.VERIFICATION_EVENTS,
                "dm-sender-withdrawals",
                Start.ago(properties.lookBack(), clock),
                new EndedVerifications(codec, withdrawals, reader)::read);
    }

    @Bean
    FollowedTopic optOutRecords(EventCodec codec, OptOuts optOuts, SecondReader reader) {
        return new FollowedTopic(
                Topics.OPT_OUTS,
                "dm-sender-opt-outs",
                Start.beginning(),
                new OptOutRecords(codec, optOuts, reader)::read);
    }

    @Bean
    WithdrawalReading withdrawalReading(
            List<FollowedTopic> topics,
            Positions positions,
            ConsumerFactory<String, byte[]> consumers,
            ReaderLag lag,
            WithdrawalProperties properties) {
        List<TopicFollower> followers = topics.stream()
                .map(topic -> new TopicFollower(topic, positions, followed -> consumer(followed, consumers)))
                .toList();
        return new WithdrawalReading(followers, lag, properties.askEvery());
    }

    @Bean
    MeterBinder withdrawalLag(ReaderLag lag) {
        return meters -> Gauge.builder("dm.sender.withdrawals.lag", lag, WithdrawalConfiguration::seconds)
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
