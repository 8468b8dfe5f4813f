package com.dmverify.webhook.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AppProperties.class)
class AppConfiguration {

    @Bean
    Apps apps(AppProperties properties) {
        Map<String, App> apps = new HashMap<>();
        properties.apps().forEach((name, secret) -> apps.put(name, appOf(name, secret)));
        return new Apps(apps);
    }

    private static App appOf(String name, AppProperties.Secret secret) {
        return App.of(name, Objects.requireNonNull(secret.consumerSecret()));
    }
}
