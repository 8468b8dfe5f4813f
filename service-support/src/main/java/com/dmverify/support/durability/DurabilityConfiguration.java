package com.dmverify.support.durability;

import com.dmverify.support.startup.StartupCheck;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Checks every {@link DurabilitySource} bean at the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeploymentProperties.class)
public class DurabilityConfiguration {

    @Bean
    DurabilityCheck durabilityCheck(DeploymentProperties deployment, ObjectProvider<DurabilitySource> sources) {
        return new DurabilityCheck(
                deployment.durability(), sources.orderedStream().toList());
    }

    @Bean
    StartupCheck durabilityStartupCheck(DurabilityCheck check) {
        return new StartupCheck("durability", check::repeat);
    }
}
