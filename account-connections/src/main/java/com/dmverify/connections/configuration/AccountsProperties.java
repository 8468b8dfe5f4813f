package com.dmverify.connections.configuration;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configured accounts.
 *
 * @param accounts by name
 * @param demo whether URLs may be http; set only by the settings of quickstart and compose
 */
@ConfigurationProperties("dm-verify")
record AccountsProperties(
        @DefaultValue Map<String, AccountEntry> accounts,
        @DefaultValue("false") boolean demo) {

    SecureUrls addresses() {
        return new SecureUrls(demo);
    }
}
