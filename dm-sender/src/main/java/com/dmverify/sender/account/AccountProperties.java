package com.dmverify.sender.account;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.sender.ratelimit.AccountBudgets;
import com.dmverify.sender.ratelimit.Limits;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.Credentials;
import com.dmverify.x.Handle;
import com.dmverify.x.OAuth1Credentials;
import com.dmverify.x.OAuth2Credentials;
import com.dmverify.x.TokenSource;
import com.dmverify.x.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One X account that sends messages, and its app. A wrong value blocks that account alone, and its health says why; so this
 * record accepts all values.
 *
 * @param handle for people who read this configuration
 * @param userId X's numeric id of the account
 * @param brand as the reader of a message knows the sender; the handle if absent
 * @param baseUrl of X for this account; dm-verify.x.base-url if absent
 * @param consumerKey the app's API key; accounts with the same one share the app's daily limit. This and the three that
 *     follow may be absent where oauth2 is given
 * @param consumerSecret the app's API key secret
 * @param token the account's access token
 * @param tokenSecret the account's access token secret
 * @param oauth2 instead of OAuth 1.0a keys
 * @param quickReplies whether a code carries options to tap ("It wasn't me", "No more messages"); X has them in v1.1 alone
 * @param apiVersion which of X's APIs: V1_1 is for legacy and Enterprise contracts
 */
record AccountProperties(
        @Nullable String handle,
        @Nullable String userId,
        @Nullable String brand,
        @Nullable URI baseUrl,
        @Nullable String consumerKey,
        @Nullable String consumerSecret,
        @Nullable String token,
        @Nullable String tokenSecret,
        @DefaultValue App oauth2,
        @DefaultValue("true") boolean quickReplies,
        @DefaultValue("V2") ApiVersion apiVersion,
        @DefaultValue LimitsProperties limits) {

    /**
     * Keys that need no ceremony, or the tokens of an account that an operator connected. {@link IllegalArgumentException}
     * says what is missing.
     */
    Credentials credentials(Supplier<TokenSource> connected) {
        if (!oauth2.given()) {
            return new OAuth1Credentials(
                    required(consumerKey, "consumer-key"),
                    required(consumerSecret, "consumer-secret"),
                    required(token, "token"),
                    required(tokenSecret, "token-secret"));
        }
        if (apiVersion == ApiVersion.V1_1) {
            throw new IllegalArgumentException(
                    "X's v1.1 takes no OAuth 2.0 token: use api-version V2, or leave oauth2.client-id out");
        }
        return new OAuth2Credentials(connected.get());
    }

    /** Who the account is to be; {@link IllegalArgumentException} if that is not said. */
    UserId user() {
        return new UserId(required(userId, "user-id"));
    }

    /** As the reader of a message knows the sender; {@link IllegalArgumentException} without a handle. */
    String spokenName() {
        String name = Handle.parse(required(handle, "handle")).value();
        return brand == null ? name : brand;
    }

    /** Whether its messages carry options to tap. */
    boolean offersReplies() {
        return quickReplies && apiVersion == ApiVersion.V1_1;
    }

    /** Accounts with the same one belong to the same app. */
    String app() {
        return required(consumerKey == null || consumerKey.isBlank() ? oauth2.clientId() : consumerKey, "consumer-key");
    }

    /** Recognises the account's own messages in recorded webhooks; null without the app's secret. */
    @Nullable
    CodeFingerprints fingerprints() {
        return consumerSecret == null || consumerSecret.isBlank() ? null : new CodeFingerprints(consumerSecret);
    }

    @Override
    public String toString() {
        return "AccountProperties[handle=" + handle + ", userId=" + userId + ", consumerKey=" + consumerKey
                + ", secrets masked]";
    }

    /**
     * The app that an operator connects the account with, by X's consent page.
     *
     * @param clientId absent or blank: the account signs with OAuth 1.0a
     */
    record App(@Nullable String clientId) {

        boolean given() {
            return clientId != null && !clientId.isBlank();
        }
    }

    /**
     * X's limits, 0 for none. The defaults are those of X's table for {@code POST
     * /2/dm_conversations/with/:participant_id/messages}; contracts differ.
     *
     * @param dm15min messages in a short window
     * @param shortWindow its length; X's has 15 minutes
     * @param dm24h messages in 24 hours
     * @param dm24hApp messages in 24 hours from all accounts of the app
     * @param lookups15min questions who a handle is, in a short window
     * @param reads15min conversations that are read after a lost answer, in a short window
     * @param lists15min pages of all conversations that are read for all orders in doubt when those are used up, in a short
     *     window and spread over it; v1.1 has no other reading, and counts both as one
     */
    record LimitsProperties(
            @DefaultValue("15") long dm15min,
            @DefaultValue("15m") Duration shortWindow,
            @DefaultValue("1440") long dm24h,
            @DefaultValue("1440") long dm24hApp,
            @DefaultValue("900") long lookups15min,
            @DefaultValue("15") long reads15min,
            @DefaultValue("15") long lists15min) {

        AccountBudgets.Sizes sizes(long dmsPerPersonHour) {
            return new AccountBudgets.Sizes(
                    new Limits(dm15min, shortWindow, dm24h, dm24hApp),
                    Limits.ofWindow(lookups15min, shortWindow),
                    Limits.ofWindow(reads15min, shortWindow),
                    Limits.ofWindow(lists15min, shortWindow),
                    dmsPerPersonHour);
        }
    }

    private static String required(@Nullable String value, String property) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("an account needs " + property);
        }
        return value;
    }
}
