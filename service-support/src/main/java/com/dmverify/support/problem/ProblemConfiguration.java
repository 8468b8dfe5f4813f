package com.dmverify.support.problem;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes every error answer of an application a problem. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

    @Bean
    ProblemFilter problemFilter() {
        return new ProblemFilter();
    }

    @Bean
    ProblemExceptionHandler problemExceptionHandler() {
        return new ProblemExceptionHandler();
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> nettyProblems() {
        return factory -> factory.addServerCustomizers(new NettyProblems()::addTo);
    }
}
