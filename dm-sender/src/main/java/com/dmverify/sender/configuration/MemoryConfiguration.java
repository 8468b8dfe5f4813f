package com.dmverify.sender.configuration;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.budget.CallBudget;
import com.dmverify.sender.budget.RedisCallBudget;
import com.dmverify.sender.dispatch.Freshness;
import com.dmverify.sender.dispatch.Memory;
import com.dmverify.sender.ledger.RedisSentLedger;
import com.dmverify.sender.ledger.RedisWithdrawals;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.ledger.Withdrawals;
import com.dmverify.sender.optout.OptOuts;
import com.dmverify.sender.optout.RedisOptOuts;
import com.dmverify.sender.overview.OverviewStore;
import com.dmverify.sender.overview.RedisOverviewStore;
import com.dmverify.sender.overview.Surveys;
import com.dmverify.sender.recipient.Recipients;
import com.dmverify.sender.script.RedisScriptRunner;
import com.dmverify.sender.sighting.RedisSightings;
import com.dmverify.sender.sighting.Sightings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Puts together what the sender remembers from order to order; most of it is shared by all replicas. */
@Configuration(proxyBeanMethods = false)
class MemoryConfiguration {

    @Bean
    CallBudget callBudget(RedisScriptRunner redis, SenderProperties sender, Clock clock) {
        return new RedisCallBudget(redis, clock, sender.budgetMargin());
    }

    @Bean
    Sightings sightings(StringRedisTemplate redis, SenderProperties sender) {
        return new RedisSightings(redis, sender.doubt().sightingMemory());
    }

    @Bean
    SentLedger sentLedger(
            RedisScriptRunner redis, EventCodec codec, Clock clock, SenderProperties sender, XProperties x) {
        SenderProperties.Ledger ledger = sender.ledger();
        if (ledger.lease().compareTo(x.longestPassage()) <= 0) {
            throw new IllegalArgumentException(
                    "dm-verify.sender.ledger.lease has to be longer than three times"
                            + " dm-verify.x.call-timeout (else request-timeout), or a claim ends while its owner still waits for X");
        }
        return new RedisSentLedger(
                redis, codec, clock, System::nanoTime, new RedisSentLedger.Spans(ledger.lease(), ledger.memory()));
    }

    @Bean
    Surveys surveys(
            StringRedisTemplate redis, CallBudget budget, HouseProperties house, SenderProperties sender, Clock clock) {
        CodeFingerprints digits = house.codes().overviewDigits();
        String ring = digits.of("0", "0", "ring");
        OverviewStore store = new RedisOverviewStore(redis, ring, sender.doubt().sightingMemory());
        return new Surveys(store, digits, budget, clock);
    }

    @Bean
    OptOuts optOuts(StringRedisTemplate redis, RedisScriptRunner scripts, SenderProperties sender) {
        return new RedisOptOuts(redis, scripts, sender.ledger().memory());
    }

    @Bean
    Withdrawals withdrawals(StringRedisTemplate redis, SenderProperties sender) {
        return new RedisWithdrawals(redis, sender.ledger().memory());
    }

    @Bean
    Memory memory(
            SentLedger ledger,
            CallBudget budget,
            Sightings sightings,
            Surveys surveys,
            Recipients recipients,
            OptOuts optOuts,
            Freshness freshness) {
        return new Memory(ledger, budget, recipients, sightings, surveys, optOuts, freshness);
    }

    @Bean
    Recipients recipients(SenderProperties sender, Clock clock) {
        return new Recipients(clock, sender.handleMemory(), sender.preFlight());
    }
}
