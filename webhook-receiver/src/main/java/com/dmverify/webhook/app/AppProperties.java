package com.dmverify.webhook.app;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The X apps whose webhooks are accepted.
 *
 * @param apps the X apps by the name in their webhook's path; {@code default} is the one of {@code /webhooks/x}
 * @param register whether the service registers its webhooks at X when it starts, and validates one that X has given up; off by
 *     default, because it needs the app's consumer key and a way to X
 * @param publicUrl the address of {@code /webhooks/x} as X calls it: https, without a port. Only for {@code register}
 */
@ConfigurationProperties("dm-verify.webhook")
record AppProperties(
        Map<String, Secret> apps,
        boolean register,
        @Nullable URI publicUrl) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    @ConstructorBinding
    AppProperties(
            @Nullable Map<String, Secret> apps, @DefaultValue("false") boolean register, @Nullable URI publicUrl) {
        this.apps = configured(apps == null ? Map.of() : apps);
        this.register = register;
        this.publicUrl = publicUrl;
        if (register && publicUrl == null) {
            throw new IllegalArgumentException(
                    "dm-verify.webhook.register needs dm-verify.webhook.public-url: the address of"
                            + " /webhooks/x as X calls it");
        }
        if (register) {
            this.apps.forEach(AppProperties::checkKey);
        }
    }

    /** Apps that are not registered by the service. */
    AppProperties(@Nullable Map<String, Secret> apps) {
        this(apps, false, null);
    }

    private static void checkKey(String name, Secret secret) {
        String key = secret.consumerKey();
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException(
                    "dm-verify.webhook.register needs dm-verify.webhook.apps." + name + ".consumer-key");
        }
    }

    private static Map<String, Secret> configured(Map<String, Secret> given) {
        Map<String, Secret> apps = new HashMap<>(given);
        // The shipped configuration has the default app, which may stay unconfigured beside others.
        if (apps.size() > 1 && apps.getOrDefault(Apps.DEFAULT, Secret.NONE).isMissing()) {
            apps.remove(Apps.DEFAULT);
        }
        if (apps.isEmpty()) {
            throw new IllegalArgumentException("No X app is configured. " + whereToPutTheSecretOf(Apps.DEFAULT));
        }
        apps.forEach(AppProperties::check);
        return Map.copyOf(apps);
    }

    private static void check(String name, Secret secret) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The app name '" + name
                    + "' cannot be part of a path. Use up to 40 lower-case letters, digits and hyphens");
        }
        if (secret.isMissing()) {
            throw new IllegalArgumentException(
                    "The X app '" + name + "' has no consumer secret. " + whereToPutTheSecretOf(name));
        }
    }

    private static String whereToPutTheSecretOf(String name) {
        return "Set dm-verify.webhook.apps." + name + ".consumer-secret"
                + (name.equals(Apps.DEFAULT) ? " or the environment variable X_CONSUMER_SECRET" : "")
                + " to the app's consumer secret (API key secret), or start with the profile 'sandbox'";
    }

    /**
     * The secret with which X signs the deliveries of an app.
     *
     * @param consumerSecret the app's consumer secret, which X's developer console calls API key secret
     * @param consumerKey the app's consumer key (API key), which is no secret; only for {@code register}
     * @param accounts the user ids of the accounts that authorised the app; empty means any. With several apps each
     *     should have its own list, so that a leaked secret of one app cannot forge events of another's accounts
     */
    record Secret(@Nullable String consumerSecret, @Nullable String consumerKey, List<String> accounts) {

        static final Secret NONE = new Secret(null, null);

        Secret(@Nullable String consumerSecret, @Nullable List<String> accounts) {
            this(consumerSecret, null, accounts);
        }

        @ConstructorBinding
        Secret(@Nullable String consumerSecret, @Nullable String consumerKey, @Nullable List<String> accounts) {
            this.consumerSecret = consumerSecret;
            this.consumerKey = consumerKey;
            this.accounts = accounts == null ? List.of() : List.copyOf(accounts);
        }

        boolean isMissing() {
            return consumerSecret == null || consumerSecret.isBlank();
        }

        @Override
        public String toString() {
            return isMissing() ? "Secret[missing]" : "Secret[masked]";
        }
    }
}
