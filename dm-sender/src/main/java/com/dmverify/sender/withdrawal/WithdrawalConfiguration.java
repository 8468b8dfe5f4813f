package com.dmverify.sender.withdrawal;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import com.dmverify.sender.ledger.LedgerProperties;
import com.dmverify.sender.ledger.Withdrawals;
import com.dmverify.sender.redis.RedisScriptRunner;
import com.dmverify.sender.withdrawal.follow.FollowProperties;
import com.dmverify.sender.withdrawal.follow.FollowedTopic;
import com.dmverify.sender.withdrawal.follow.ReaderLag;
import com.dmverify.sender.withdrawal.follow.StartPosition;
import com.dmverify.support.record.RecordGuard;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Follows what ends orders before they are sent. */
@Configuration(proxyBeanMethods = false)
class WithdrawalConfiguration {

    @Bean
    WithdrawalFreshness withdrawalFreshness(ReaderLag lag) {
        return lag::objection;
    }

    @Bean
    OptOuts optOuts(StringRedisTemplate redis, RedisScriptRunner scripts, LedgerProperties ledger) {
        return new RedisOptOuts(redis, scripts, ledger.memory());
    }

    @Bean
    FollowedTopic endedVerifications(
            TopicNames topics,
            EventCodec codec,
            Withdrawals withdrawals,
            RecordGuard guard,
            FollowProperties properties,
            Clock clock) {
        return new FollowedTopic(
                topics.of(Topics.VERIFICATION_EVENTS),
                topics.of("dm-sender-withdrawals"),
                StartPosition.ago(properties.lookBack(), clock),
                new EndedVerifications(codec, withdrawals, guard)::read);
    }

    @Bean
    FollowedTopic optOutRecords(
            TopicNames topics,
            EventCodec codec,
            OptOuts optOuts,
            RecordGuard guard,
            FollowProperties properties,
            Clock clock) {
        return new FollowedTopic(
                topics.of(Topics.OPT_OUTS),
                topics.of("dm-sender-opt-outs"),
                StartPosition.beginning(),
                new OptOutRecords(codec, optOuts, guard, properties.retryUnreadEvery(), clock)::read);
    }
}
