package com.dmverify.sender.send;

import com.dmverify.codes.OneTimeCodes;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.echo.SentEchoes;
import com.dmverify.sender.evidence.snapshot.ConversationSnapshots;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.sender.withdrawal.OptOuts;
import com.dmverify.sender.withdrawal.WithdrawalFreshness;
import com.dmverify.support.switches.Switches;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the pipeline together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecipientProperties.class)
class SendConfiguration {

    @Bean
    SenderState senderState(
            SentLedger ledger,
            RecipientResolver recipients,
            SentEchoes echoes,
            ConversationSnapshots snapshots,
            OptOuts optOuts,
            WithdrawalFreshness freshness) {
        return new SenderState(ledger, recipients, echoes, snapshots, optOuts, freshness);
    }

    @Bean
    RecipientResolver recipientResolver(RecipientProperties recipients, Clock clock) {
        return new RecipientResolver(clock, recipients.handleMemory(), recipients.preFlight());
    }

    @Bean
    SendPipeline sendPipeline(
            Accounts accounts,
            OneTimeCodes codes,
            SenderState state,
            SendTimings timings,
            UnknownOutcomeListener listener,
            Switches switches,
            Clock clock) {
        return SendPipeline.with(accounts, codes, state, timings, listener, switches, clock);
    }
}
