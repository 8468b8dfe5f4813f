package com.dmverify.api.tenant;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import com.dmverify.api.outbox.EventTopics;
import com.dmverify.api.problem.SecurityProblems;
import com.dmverify.schemas.TopicNames;
import com.dmverify.support.durability.DeploymentProperties;
import com.dmverify.support.topic.UsedTopics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;

@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
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
    SecurityWebFilterChain apiKeys(
            ServerHttpSecurity http,
            TenantProperties properties,
            Accounts accounts,
            DeploymentProperties deployment,
            SecurityProblems problems) {
        ApiKeyAuthentication keys =
                new ApiKeyAuthentication(new Tenants(properties.tenants(), accounts, deployment.demo()));
        AuthenticationWebFilter filter = new AuthenticationWebFilter(keys);
        filter.setServerAuthenticationConverter(keys);
        filter.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(problems));
        return http.addFilterAt(filter, SecurityWebFiltersOrder.AUTHENTICATION)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers(POST, "/v1/verifications/{id}/checks")
                        .hasAuthority("checks:write")
                        .pathMatchers(DELETE, "/v1/targets/{id}")
                        .hasAuthority("targets:erase")
                        .pathMatchers(GET, "/v1/**")
                        .hasAuthority("verifications:read")
                        .pathMatchers("/v1/**")
                        .hasAuthority("verifications:write")
                        .anyExchange()
                        .permitAll())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                // The default asks for a session of each request, which is made then, and moves the request to other
                // threads.
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .build();
    }
}
