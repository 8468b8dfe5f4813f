package com.dmverify.connections.configuration;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where X is, and how long to wait for it: the same knobs that the sender has.
 *
 * @param baseUrl of X's API; the token endpoints are below it
 * @param connectTimeout for a connection, TLS included
 * @param requestTimeout for an answer. A longer wait makes unknown outcomes of renewals rarer
 */
@ConfigurationProperties("dm-verify.x")
record XProperties(
        @DefaultValue("https://api.x.com") URI baseUrl,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration requestTimeout) {}
