package com.dmverify.sandbox.v1.activity;

import com.dmverify.sandbox.activity.WebhookRegistration;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.V1Time;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.WebhookRejected;
import com.dmverify.sandbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** Webhooks of both APIs; errors have code 214 with X's texts. */
@Component
class V1WebhookRegistration {

    private final Webhooks webhooks;
    private final WebhookRegistration registration;

    V1WebhookRegistration(Webhooks webhooks, WebhookRegistration registration) {
        this.webhooks = webhooks;
        this.registration = registration;
    }

    /** Waits for the challenge. */
    Webhook register(ApiRequest request) {
        String url = request.call().param("url").orElseThrow(() -> ApiException.of(ApiError.PARAMETER_MISSING, "url"));
        try {
            return registration.register(request.caller().app(), url);
        } catch (WebhookRejected refused) {
            throw refused(refused);
        }
    }

    /** Waits for the challenge. */
    Reply validate(Webhook webhook) {
        try {
            webhooks.validate(webhook);
        } catch (WebhookRejected refused) {
            throw refused(refused);
        }
        return Reply.noContent();
    }

    Reply delete(Webhook webhook) {
        registration.delete(webhook);
        return Reply.noContent();
    }

    Webhook find(ApiRequest request) {
        return webhooks.find(request.call().path("webhook_id").replaceAll("\\.json$", ""))
                .filter(webhook ->
                        webhook.app().id().equals(request.caller().app().id()))
                .orElseThrow(() -> ApiException.of(ApiError.PAGE_DOES_NOT_EXIST));
    }

    static JsonObject toJson(Webhook webhook) {
        return JsonObject.of("id", webhook.id())
                .with("url", webhook.url().toString())
                .with("valid", webhook.valid())
                .with("created_at", V1Time.iso(webhook.createdAt()));
    }

    private static ApiException refused(WebhookRejected refused) {
        return refused.reason().equals("WebhookLimitExceeded")
                ? ApiException.of(ApiError.TOO_MANY_RESOURCES)
                : ApiException.of(ApiError.BAD_REQUEST, refused.text());
    }
}
