package com.dmverify.sandbox.webhook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of webhooks and their deliveries.
 *
 * @param url registered at the start for the first app, with all of its brands subscribed; none by default
 * @param family the payloads of that subscription: {@code account-activity}, {@code x-activity} or {@code both}
 * @param subscribeBrands a webhook registered through {@code POST /2/webhooks} gets the app's brands at once (X would
 *     wait for a subscription); a subscription made later takes its place
 * @param allowLocal allows http, private hosts and ports, which X rejects
 * @param challengeTimeout how long a challenge may take; X's number
 * @param deliveryTimeout how long a delivery may take; X's number of v2 (older texts say 3 seconds)
 * @param retries the waits before each retry, as in X's enterprise text
 * @param startRetry the wait between challenges of {@code url} until its receiver answers
 * @param challengeInterval how often a challenge is repeated; X's texts say 30 minutes to 24 hours
 * @param challengeWhenOlderThan a webhook that answered within this time is skipped; X's introduction says 24 hours,
 *     its quickstart skips none
 * @param invalidAfter a webhook that answers no challenge for this time becomes invalid; X's 24 hours and 4 more
 * @param workers the number of concurrent deliveries
 * @param mostWaiting deliveries beyond this many are lost: the state is in memory
 * @param mostLogged the number of deliveries in the log
 * @param mostWebhooks per app; X's pay-per-use plan has 1, Enterprise 5 or more
 * @param mostSubscriptions Account Activity subscriptions per app; X's pay-per-use plan has 3
 */
@ConfigurationProperties("x-sandbox.webhook")
public record WebhookProperties(
        @Nullable String url,
        @DefaultValue("account-activity") Family family,
        @DefaultValue("true") boolean subscribeBrands,
        @DefaultValue("true") boolean allowLocal,
        @DefaultValue("3s") Duration challengeTimeout,
        @DefaultValue("10s") Duration deliveryTimeout,
        @DefaultValue({"3s", "27s", "242s"}) List<Duration> retries,
        @DefaultValue("500ms") Duration startRetry,
        @DefaultValue("30m") Duration challengeInterval,
        @DefaultValue("0s") Duration challengeWhenOlderThan,
        @DefaultValue("28h") Duration invalidAfter,
        @DefaultValue("32") int workers,
        @DefaultValue("100000") int mostWaiting,
        @DefaultValue("500") int mostLogged,
        @DefaultValue("5") int mostWebhooks,
        @DefaultValue("5000") int mostSubscriptions) {

    /** The two payload families of X. */
    public enum Family {
        ACCOUNT_ACTIVITY,
        X_ACTIVITY,
        BOTH
    }
}
