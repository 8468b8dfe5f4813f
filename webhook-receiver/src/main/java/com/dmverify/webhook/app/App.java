package com.dmverify.webhook.app;

import com.dmverify.x.webhook.SentDigits;
import com.dmverify.x.webhook.WebhookSeal;

/**
 * One X app whose webhooks come here.
 *
 * @param name as in the path {@code /webhooks/x/{name}}
 * @param seal the app's secret at work; masked in {@code toString}
 * @param digits what may be kept of messages that the app sent
 */
public record App(String name, WebhookSeal seal, SentDigits digits) {

    /** The app of this name and consumer secret. */
    public static App of(String name, String consumerSecret) {
        return new App(name, new WebhookSeal(consumerSecret), new SentDigits(consumerSecret));
    }
}
