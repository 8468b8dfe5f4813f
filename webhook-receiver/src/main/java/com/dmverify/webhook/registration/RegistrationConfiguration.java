package com.dmverify.webhook.registration;

import com.dmverify.webhook.app.RegisteredApps;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(XProperties.class)
class RegistrationConfiguration {

    @Bean
    XClients xClients(XProperties x) {
        return new XClients(x.baseUrl());
    }

    @Bean
    @ConditionalOnBooleanProperty("dm-verify.webhook.register")
    WebhookRegistration webhookRegistrationHealthIndicator(RegisteredApps apps, XClients clients) {
        return new WebhookRegistration(apps, clients::of);
    }
}
