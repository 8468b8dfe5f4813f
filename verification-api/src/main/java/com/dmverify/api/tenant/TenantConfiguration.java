package com.dmverify.api.tenant;

import com.dmverify.api.limit.RequestLimits;
import com.dmverify.api.outbox.EventTopics;
import com.dmverify.schemas.TopicNames;
import com.dmverify.support.durability.DeploymentProperties;
import com.dmverify.support.topic.UsedTopics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TenantProperties.class)
class TenantConfiguration {

    @Bean
    Accounts accounts(TenantProperties properties) {
        return new Accounts(properties.accounts());
    }

    @Bean
    KafkaTenants kafkaTenants(TenantProperties properties, Accounts accounts, TopicNames names) {
        return new KafkaTenants(properties, accounts, names);
    }

    @Bean
    EventTopics eventTopics(KafkaTenants tenants, TopicNames names) {
        return new EventTopics(names, tenants.ownEventTopics());
    }

    @Bean
    UsedTopics topicsOfTenants(KafkaTenants tenants) {
        return new UsedTopics(tenants.topics());
    }

    @Bean
    CallerFilter callerFilter(
            TenantProperties properties, Accounts accounts, DeploymentProperties deployment, RequestLimits limits) {
        return new CallerFilter(new Tenants(properties.tenants(), accounts, deployment.demo()), limits);
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
