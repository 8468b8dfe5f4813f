package com.dmverify.webhook.app;

import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.UserId;
import com.dmverify.x.webhook.OurAccounts;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AppProperties.class, AccountProperties.class})
class AppConfiguration {

    @Bean
    Apps apps(AppProperties properties, AccountProperties accounts) {
        Map<String, Set<UserId>> ofApps = new HashMap<>();
        properties.apps().forEach((name, secret) -> ofApps.put(name, accountsOf(name, secret)));
        Set<UserId> all = new HashSet<>(accounts.ids());
        ofApps.values().forEach(all::addAll);
        Map<String, App> apps = new HashMap<>();
        properties
                .apps()
                .forEach((name, secret) -> apps.put(
                        name,
                        App.of(
                                name,
                                Objects.requireNonNull(secret.consumerSecret()),
                                new OurAccounts(all, ofApps.getOrDefault(name, Set.of())))));
        return new Apps(apps);
    }

    /** What the service registers at X by itself; nothing unless it is told to. */
    @Bean
    RegisteredApps registeredApps(AppProperties properties) {
        URI base = properties.publicUrl();
        if (!properties.register() || base == null) {
            return new RegisteredApps(List.of());
        }
        return new RegisteredApps(properties.apps().entrySet().stream()
                .map(app -> new RegisteredApps.Registered(
                        app.getKey(),
                        app.getKey().equals(Apps.DEFAULT) ? base : URI.create(base + "/" + app.getKey()),
                        new AppOnlyCredentials(
                                Objects.requireNonNull(app.getValue().consumerKey()),
                                Objects.requireNonNull(app.getValue().consumerSecret()))))
                .toList());
    }

    private static Set<UserId> accountsOf(String name, AppProperties.Secret secret) {
        return secret.accounts().stream()
                .map(id -> UserIds.of("dm-verify.webhook.apps." + name + ".accounts", id))
                .collect(Collectors.toUnmodifiableSet());
    }
}
