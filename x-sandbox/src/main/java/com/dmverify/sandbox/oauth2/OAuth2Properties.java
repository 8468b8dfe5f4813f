package com.dmverify.sandbox.oauth2;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what users grant lives.
 *
 * @param codeLife of the code that comes back with the user; X's 30 seconds
 * @param accessTokenLife X's 2 hours
 * @param refreshTokenLife X's 6 months, by hearsay
 * @param mostGrants the oldest are forgotten beyond this: the state is in memory
 */
@ConfigurationProperties("x-sandbox.oauth2")
public record OAuth2Properties(
        @DefaultValue("30s") Duration codeLife,
        @DefaultValue("2h") Duration accessTokenLife,
        @DefaultValue("180d") Duration refreshTokenLife,
        @DefaultValue("10000") int mostGrants) {}
