package com.dmverify.webhook.app;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.webhook.OurAccounts;
import com.dmverify.x.webhook.WebhookSignature;

/**
 * One X app whose webhooks come here.
 *
 * @param name as in the path {@code /webhooks/x/{name}}
 * @param seal the app's secret at work; masked in {@code toString}
 * @param digits what may be kept of messages that the app sent
 * @param accounts which accounts are ours, and for which of them the app may speak
 */
public record App(String name, WebhookSignature seal, CodeFingerprints digits, OurAccounts accounts) {

    /** The app of this name and consumer secret, for any account. */
    public static App of(String name, String consumerSecret) {
        return of(name, consumerSecret, OurAccounts.UNKNOWN);
    }

    /** The app of this name and consumer secret. */
    public static App of(String name, String consumerSecret, OurAccounts accounts) {
        return new App(name, new WebhookSignature(consumerSecret), new CodeFingerprints(consumerSecret), accounts);
    }
}
