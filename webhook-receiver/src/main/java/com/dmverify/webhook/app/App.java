package com.dmverify.webhook.app;

import com.dmverify.x.webhook.WebhookSeal;

/**
 * One X app whose webhooks come here.
 *
 * @param name as in the path {@code /webhooks/x/{name}}
 * @param seal the app's secret at work; masked in {@code toString}
 */
public record App(String name, WebhookSeal seal) {}
