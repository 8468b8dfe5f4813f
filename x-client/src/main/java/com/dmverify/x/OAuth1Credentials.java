package com.dmverify.x;

/**
 * Credentials of an app for an account that do not expire (OAuth 1.0a user context), for both API versions.
 *
 * @param consumerKey the app's API key
 * @param consumerSecret the app's API key secret
 * @param token the account's access token, {@code <user id>-…}
 * @param tokenSecret the account's access token secret
 */
public record OAuth1Credentials(String consumerKey, String consumerSecret, String token, String tokenSecret)
        implements Credentials {

    /** Refuses blank parts with {@link IllegalArgumentException}. */
    public OAuth1Credentials {
        if (consumerKey.isBlank() || consumerSecret.isBlank() || token.isBlank() || tokenSecret.isBlank()) {
            throw new IllegalArgumentException("OAuth 1.0a needs consumer key and secret, token and token secret");
        }
    }

    @Override
    public String toString() {
        return "OAuth1Credentials[consumerKey=" + consumerKey + ", secrets masked]";
    }
}
