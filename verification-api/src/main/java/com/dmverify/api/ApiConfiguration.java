package com.dmverify.api;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CodeProperties.class)
class ApiConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KeyRing keyRing(CodeProperties properties) {
        return new KeyRing(properties.keys().stream()
                .map(key -> CodeKey.ofBase64(key.id(), key.secret()))
                .toList());
    }

    @Bean
    OneTimeCodes oneTimeCodes(KeyRing keys) {
        return new OneTimeCodes(keys);
    }
}
