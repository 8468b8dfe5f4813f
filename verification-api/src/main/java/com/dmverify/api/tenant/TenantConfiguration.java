package com.dmverify.api.tenant;

import com.dmverify.api.limit.RequestLimits;
import com.dmverify.api.outbox.EventTopics;
import com.dmverify.api.policy.Policies;
import com.dmverify.api.policy.Policy;
import com.dmverify.api.policy.ProfileLimits;
import com.dmverify.schemas.TopicNames;
import com.dmverify.support.durability.DeploymentProperties;
import com.dmverify.support.topic.UsedTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TenantProperties.class, TenantsFileProperties.class, TokenProperties.class})
class TenantConfiguration {

    @Bean
    Accounts accounts(TenantProperties properties) {
        return new Accounts(properties.accounts());
    }

    @Bean
    Policies policies(TenantProperties properties, Policy numbers, ProfileLimits standardLimits) {
        return new Policies(numbers, standardLimits, properties.policies());
    }

    @Bean
    KafkaTenants kafkaTenants(
            TenantProperties properties,
            TenantsFileProperties file,
            Accounts accounts,
            Policies policies,
            TopicNames names) {
        return new KafkaTenants(configured(properties, file), accounts, policies, names);
    }

    @Bean
    EventTopics eventTopics(KafkaTenants tenants, TopicNames names) {
        return new EventTopics(names, tenants::ownEventTopics);
    }

    @Bean
    UsedTopics topicsOfTenants(KafkaTenants tenants) {
        return new UsedTopics(tenants.topics());
    }

    @Bean
    Tenants tenants(
            TenantProperties properties,
            TenantsFileProperties file,
            TokenProperties tokens,
            Accounts accounts,
            Policies policies,
            DeploymentProperties deployment,
            Clock clock) {
        return new Tenants(configured(properties, file), accounts, policies, !tokens.isOn(), deployment.demo(), clock);
    }

    @Bean
    @ConditionalOnProperty("dm-verify.tenants-file.path")
    TenantsFileWatch tenantsFileWatch(
            TenantProperties properties,
            TenantsFileProperties file,
            Tenants tenants,
            KafkaTenants kafkaTenants,
            MeterRegistry meters) {
        Path path = Objects.requireNonNull(file.path(), "the condition above");
        return new TenantsFileWatch(
                new TenantsFile(properties.tenants(), path), tenants, kafkaTenants, file.lookEvery(), meters);
    }

    /** Those of the configuration and of the file. */
    private static Map<String, TenantProperties.Tenant> configured(
            TenantProperties properties, TenantsFileProperties file) {
        return file.path() == null ? properties.tenants() : new TenantsFile(properties.tenants(), file.path()).read();
    }

    @Bean
    CallerFilter callerFilter(Tenants tenants, TokenProperties tokens, RequestLimits limits, Clock clock) {
        return new CallerFilter(tenants, tokens.isOn() ? new TokenCallers(tokens, tenants, clock) : null, limits);
    }

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgument());
            }
        };
    }
}
