package com.dmverify.api.problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;

/** Spring Security's firewall, which answers 400 to methods like TRACE: here any that an endpoint lacks is 405 with Allow. */
@Configuration(proxyBeanMethods = false)
class FirewallConfiguration {

    @Bean
    StrictServerWebExchangeFirewall firewall() {
        StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }
}
