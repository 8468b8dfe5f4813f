package com.dmverify.api.reachability;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReachabilityProperties.class)
class ReachabilityConfiguration {}
