package com.dmverify.connections.configuration;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * URL and time-outs of X, the same properties that dm-sender has.
 *
 * @param baseUrl of X's API and its token endpoints
 * @param connectTimeout of a connection, including TLS
 * @param requestTimeout of a response. A longer one makes unknown outcomes of refreshes rarer
 */
@ConfigurationProperties("dm-verify.x")
record XProperties(
        @DefaultValue("https://api.x.com") URI baseUrl,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration requestTimeout) {}
