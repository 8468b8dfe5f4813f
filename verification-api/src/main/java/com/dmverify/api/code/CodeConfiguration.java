package com.dmverify.api.code;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.DemonstrationKeys;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.support.durability.DeploymentProperties;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CodeProperties.class)
class CodeConfiguration {

    @Bean
    KeyRing keyRing(CodeProperties properties, DeploymentProperties deployment) {
        KeyRing ring = new KeyRing(properties.keys().stream()
                .map(key -> CodeKey.ofBase64(key.id(), key.secret()))
                .toList());
        List<String> published = DemonstrationKeys.idsIn(ring);
        if (!published.isEmpty() && !deployment.demo()) {
            throw new IllegalArgumentException("dm-verify.codes.keys: " + published
                    + " are published in our settings for demonstrations: everyone can derive the codes. Make keys of your own,"
                    + " or set dm-verify.demo for a demonstration");
        }
        return ring;
    }

    @Bean
    OneTimeCodes oneTimeCodes(KeyRing keys) {
        return new OneTimeCodes(keys);
    }
}
