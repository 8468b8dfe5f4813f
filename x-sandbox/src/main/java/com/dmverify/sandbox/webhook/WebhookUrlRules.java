package com.dmverify.sandbox.webhook;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks webhook URLs as X does: https, a host, no port, at most 200 characters. */
@Component
class WebhookUrlRules {

    private static final int LONGEST = 200;

    private final boolean allowLocal;

    WebhookUrlRules(WebhookProperties properties) {
        this.allowLocal = properties.allowLocal();
    }

    URI check(String address) {
        URI url = parse(address);
        if (url == null || url.getHost() == null || url.getScheme() == null || address.length() > LONGEST) {
            throw refused("Webhook URL does not meet the requirements.");
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        if (allowLocal && scheme.equals("http")) {
            return url;
        }
        if (!scheme.equals("https")) {
            throw refused("Webhook URL does not meet the requirements. Please use HTTPS.");
        }
        if (!allowLocal && url.getPort() >= 0) {
            throw refused("Webhook URL does not meet the requirements.");
        }
        return url;
    }

    private static @Nullable URI parse(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static WebhookRejected refused(String text) {
        return new WebhookRejected("UrlValidationFailed", text);
    }
}
