package com.dmverify.sender.code;

import com.dmverify.codes.DemonstrationKeys;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.sender.account.AccountsProperties;
import com.dmverify.sender.account.XProperties;
import com.dmverify.support.durability.DeploymentProperties;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the codes, and refuses published keys where real people would get them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CodeProperties.class, DeploymentProperties.class})
class CodeConfiguration {

    @Bean
    OneTimeCodes oneTimeCodes(
            CodeProperties codes, AccountsProperties accounts, XProperties x, DeploymentProperties deployment) {
        KeyRing ring = codes.ring();
        List<String> published = DemonstrationKeys.idsIn(ring);
        if (!published.isEmpty() && !deployment.demo()) {
            throw published(published, "and dm-verify.demo is not set");
        }
        if (!published.isEmpty() && accounts.reachRealX(x.baseUrl())) {
            throw published(published, "and the base-url of an account is X's, or has no host that can be read");
        }
        return new OneTimeCodes(ring);
    }

    private static IllegalArgumentException published(List<String> ids, String why) {
        return new IllegalArgumentException("dm-verify.codes.keys: " + ids + " is published with this project, " + why
                + ": anyone could derive the codes. Make a key with: openssl rand -base64 32");
    }
}
