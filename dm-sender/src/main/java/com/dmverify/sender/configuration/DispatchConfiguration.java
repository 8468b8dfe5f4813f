package com.dmverify.sender.configuration;

import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.budget.RedisSendBudget;
import com.dmverify.sender.dispatch.Dispatcher;
import com.dmverify.sender.dispatch.Memory;
import com.dmverify.sender.ledger.RedisSentLedger;
import com.dmverify.sender.recipient.Recipients;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Puts the thinking part together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SenderProperties.class, XProperties.class, HouseProperties.class})
class DispatchConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    OneTimeCodes oneTimeCodes(HouseProperties house) {
        return new OneTimeCodes(new KeyRing(
                house.codes().keys().stream().map(CodeKeyProperties::key).toList()));
    }

    @Bean
    AccountFactory accountFactory(XProperties x, SenderProperties sender, Clock clock) {
        return new AccountFactory(x, sender.pauses(), clock);
    }

    @Bean
    Accounts accounts(AccountFactory factory, HouseProperties house) {
        return factory.accounts(house.accounts());
    }

    @Bean
    Memory memory(StringRedisTemplate redis, EventCodec codec, Clock clock, SenderProperties sender, XProperties x) {
        SenderProperties.Ledger ledger = sender.ledger();
        if (ledger.lease().compareTo(x.longestPassage()) <= 0) {
            throw new IllegalArgumentException("dm-verify.sender.ledger.lease has to be longer than three times"
                    + " dm-verify.x.request-timeout, or a claim ends while its owner still waits for X");
        }
        return new Memory(
                new RedisSentLedger(redis, codec, clock, ledger.lease(), ledger.memory()),
                new RedisSendBudget(redis, clock, sender.budgetMargin()),
                new Recipients(clock, sender.handleMemory()));
    }

    @Bean
    Dispatcher dispatcher(Accounts accounts, OneTimeCodes codes, Memory memory, SenderProperties sender, Clock clock) {
        return Dispatcher.with(accounts, codes, memory, sender.patience(), clock);
    }
}
