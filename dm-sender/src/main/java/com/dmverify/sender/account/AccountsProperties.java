package com.dmverify.sender.account;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The accounts of this deployment.
 *
 * @param accounts by the name that orders use
 */
@ConfigurationProperties("dm-verify")
public record AccountsProperties(@DefaultValue Map<String, AccountProperties> accounts) {

    private static final Pattern X_HOST = Pattern.compile("(.*\\.)?(x|twitter)\\.com\\.?", Pattern.CASE_INSENSITIVE);

    /** Whether an account calls the real X, and so reaches real people. A URL without a readable host counts as X's. */
    public boolean reachRealX(URI baseUrl) {
        return accounts.values().stream()
                .map(account -> Objects.requireNonNullElse(account.baseUrl(), baseUrl))
                .map(URI::getHost)
                .anyMatch(host -> host == null || X_HOST.matcher(host).matches());
    }
}
