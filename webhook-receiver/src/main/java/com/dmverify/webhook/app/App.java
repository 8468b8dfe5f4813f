package com.dmverify.webhook.app;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.webhook.OurAccounts;
import com.dmverify.x.webhook.WebhookSignature;

/**
 * An X app whose webhooks this service receives.
 *
 * @param name as in the path {@code /webhooks/x/{name}}
 * @param signature verifies the app's deliveries; masked in {@code toString}
 * @param fingerprints makes the fingerprints of codes in messages that the app sent
 * @param accounts our accounts, and those whose events the app may deliver
 */
public record App(String name, WebhookSignature signature, CodeFingerprints fingerprints, OurAccounts accounts) {

    /** The app of this name and consumer secret, for any account. */
    public static App of(String name, String consumerSecret) {
        return of(name, consumerSecret, OurAccounts.UNKNOWN);
    }

    /** The app of this name and consumer secret. */
    public static App of(String name, String consumerSecret, OurAccounts accounts) {
        return new App(name, new WebhookSignature(consumerSecret), new CodeFingerprints(consumerSecret), accounts);
    }
}
