package com.dmverify.sender.configuration;

import com.dmverify.codes.DemonstrationKeys;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.connections.token.AccountTokens;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.account.Metering;
import com.dmverify.sender.budget.CallBudget;
import com.dmverify.sender.dispatch.Dispatcher;
import com.dmverify.sender.dispatch.DoubtJournal;
import com.dmverify.sender.dispatch.Memory;
import com.dmverify.support.durability.DeploymentProperties;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the thinking part together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    SenderProperties.class,
    XProperties.class,
    HouseProperties.class,
    DeploymentProperties.class
})
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
    OneTimeCodes oneTimeCodes(HouseProperties house, XProperties x, DeploymentProperties deployment) {
        KeyRing ring = new KeyRing(
                house.codes().keys().stream().map(CodeKeyProperties::key).toList());
        List<String> published = DemonstrationKeys.idsIn(ring);
        if (!published.isEmpty() && !deployment.demo()) {
            throw published(published, "and dm-verify.demo is not set");
        }
        if (!published.isEmpty() && house.isAtX(x.baseUrl())) {
            throw published(published, "and the base-url of an account is X's, or has no host that can be read");
        }
        return new OneTimeCodes(ring);
    }

    private static IllegalArgumentException published(List<String> ids, String why) {
        return new IllegalArgumentException("dm-verify.codes.keys: " + ids + " is published with this project, " + why
                + ": anybody could derive the codes. Make a key with: openssl rand -base64 32");
    }

    @Bean
    AccountFactory accountFactory(
            XProperties x,
            SenderProperties sender,
            CallBudget budget,
            ObjectProvider<AccountTokens> connected,
            Clock clock) {
        Metering metering = new Metering(budget, clock, sender.patience().throttled());
        return new AccountFactory(
                x, sender.pauses(), metering, name -> new ConnectedTokens(connected.getObject(), name), clock);
    }

    @Bean
    Accounts accounts(AccountFactory factory, HouseProperties house) {
        return factory.accounts(house);
    }

    @Bean
    Dispatcher dispatcher(
            Accounts accounts,
            OneTimeCodes codes,
            Memory memory,
            SenderProperties sender,
            DoubtJournal journal,
            Clock clock) {
        return Dispatcher.with(accounts, codes, memory, sender.patience(), journal, clock);
    }
}
