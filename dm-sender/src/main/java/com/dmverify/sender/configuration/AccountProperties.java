package com.dmverify.sender.configuration;

import com.dmverify.sender.budget.Limits;
import com.dmverify.x.Generation;
import com.dmverify.x.OAuth1Credentials;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One X account that we send with, and its app.
 *
 * @param handle for people who read this configuration
 * @param userId X's numeric id of the account
 * @param brand as the reader of a message knows the sender; the handle if absent
 * @param baseUrl of X for this account; dm-verify.x.base-url if absent
 * @param consumerKey the app's API key; accounts with the same one share the app's daily limit
 * @param consumerSecret the app's API key secret
 * @param token the account's access token
 * @param tokenSecret the account's access token secret
 * @param generation which of X's APIs: V1_1 is for legacy and Enterprise contracts
 */
record AccountProperties(
        String handle,
        String userId,
        @Nullable String brand,
        @Nullable URI baseUrl,
        String consumerKey,
        String consumerSecret,
        String token,
        String tokenSecret,
        @DefaultValue("V2") Generation generation,
        @DefaultValue LimitsProperties limits) {

    OAuth1Credentials credentials() {
        return new OAuth1Credentials(consumerKey, consumerSecret, token, tokenSecret);
    }

    @Override
    public String toString() {
        return "AccountProperties[handle=%s, userId=%s, consumerKey=%s, secrets masked]"
                .formatted(handle, userId, consumerKey);
    }

    /**
     * X's limits for messages, 0 for none. The defaults are those of X's table for {@code POST
     * /2/dm_conversations/with/:participant_id/messages}; contracts differ.
     *
     * @param perWindow messages in a short window
     * @param window length of the short window
     * @param perDay messages in 24 hours
     * @param perDayOfApp messages in 24 hours from all accounts of the app
     */
    record LimitsProperties(
            @DefaultValue("15") long perWindow,
            @DefaultValue("15m") Duration window,
            @DefaultValue("1440") long perDay,
            @DefaultValue("1440") long perDayOfApp) {

        Limits limits() {
            return new Limits(perWindow, window, perDay, perDayOfApp);
        }
    }
}
