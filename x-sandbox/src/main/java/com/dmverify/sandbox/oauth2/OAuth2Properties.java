package com.dmverify.sandbox.oauth2;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lifetimes of OAuth 2.0 codes and tokens.
 *
 * @param codeLife of authorization codes; X's 30 seconds
 * @param accessTokenLife X's 2 hours
 * @param refreshTokenLife X's 6 months, as reported
 * @param mostGrants the oldest are forgotten beyond this: the state is in memory
 */
@ConfigurationProperties("x-sandbox.oauth2")
public record OAuth2Properties(
        @DefaultValue("30s") Duration codeLife,
        @DefaultValue("2h") Duration accessTokenLife,
        @DefaultValue("180d") Duration refreshTokenLife,
        @DefaultValue("10000") int mostGrants) {}
