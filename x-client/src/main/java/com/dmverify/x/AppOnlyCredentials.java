package com.dmverify.x;

/**
 * Credentials of an app without an account. The client fetches X's bearer token on first use and keeps it; X returns
 * the same token until it is invalidated.
 *
 * @param consumerKey the app's API key
 * @param consumerSecret the app's API key secret
 */
public record AppOnlyCredentials(String consumerKey, String consumerSecret) implements Credentials {

    /** Refuses blank parts with {@link IllegalArgumentException}. */
    public AppOnlyCredentials {
        if (consumerKey.isBlank() || consumerSecret.isBlank()) {
            throw new IllegalArgumentException("app-only access needs consumer key and secret");
        }
    }

    @Override
    public String toString() {
        return "AppOnlyCredentials[consumerKey=" + consumerKey + ", secret masked]";
    }
}
