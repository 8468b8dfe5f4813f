package com.dmverify.connections.configuration;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts of the installation.
 *
 * @param accounts by name
 * @param demo set by the settings of demonstrations alone: then addresses may be http
 */
@ConfigurationProperties("dm-verify")
record AccountsProperties(
        @DefaultValue Map<String, AccountEntry> accounts,
        @DefaultValue("false") boolean demo) {

    Addresses addresses() {
        return new Addresses(demo);
    }
}
