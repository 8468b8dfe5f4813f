package com.dmverify.sender.ledger;

import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.account.XProperties;
import com.dmverify.sender.redis.RedisScriptRunner;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Keeps the ledger in Redis. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerProperties.class)
class LedgerConfiguration {

    @Bean
    SentLedger sentLedger(
            RedisScriptRunner redis, EventCodec codec, Clock clock, LedgerProperties ledger, XProperties x) {
        if (ledger.lease().compareTo(x.longestAttempt()) <= 0) {
            throw new IllegalArgumentException(
                    "dm-verify.sender.ledger.lease has to be longer than three times"
                            + " dm-verify.x.call-timeout (else request-timeout), or a claim ends while its owner still waits for X");
        }
        return new RedisSentLedger(
                redis, codec, clock, System::nanoTime, new RedisSentLedger.Spans(ledger.lease(), ledger.memory()));
    }

    @Bean
    Withdrawals withdrawals(StringRedisTemplate redis, LedgerProperties ledger) {
        return new RedisWithdrawals(redis, ledger.memory());
    }
}
