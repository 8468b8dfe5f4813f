package com.dmverify.webhook.registration;

import com.dmverify.webhook.app.RegisteredApps;
import com.dmverify.x.XClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(XProperties.class)
class RegistrationConfiguration {

    @Bean
    @ConditionalOnBooleanProperty("dm-verify.webhook.register")
    WebhookRegistration webhookRegistrationHealthIndicator(RegisteredApps apps, XProperties x) {
        return new WebhookRegistration(
                apps,
                credentials -> XClient.builder()
                        .baseUrl(x.baseUrl())
                        .credentials(credentials)
                        .build());
    }
}
