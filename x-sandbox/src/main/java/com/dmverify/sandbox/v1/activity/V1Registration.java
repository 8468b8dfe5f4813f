package com.dmverify.sandbox.v1.activity;

import com.dmverify.sandbox.activity.Registrar;
import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.portrait.V1Times;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.webhook.NotRegistered;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.Webhooks;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.stereotype.Component;

/** What both kinds do with webhooks; refusals are code 214 with X's texts. */
@Component
class V1Registration {

    private final Webhooks webhooks;
    private final Registrar registrar;

    V1Registration(Webhooks webhooks, Registrar registrar) {
        this.webhooks = webhooks;
        this.registrar = registrar;
    }

    /** Waits for the challenge. */
    Webhook register(Attempt attempt) {
        String url = attempt.call().param("url").orElseThrow(() -> Refused.because(Refusal.PARAMETER_MISSING, "url"));
        try {
            return registrar.register(attempt.caller().app(), url);
        } catch (NotRegistered refused) {
            throw refused(refused);
        }
    }

    /** Waits for the challenge. */
    Reply validate(Webhook webhook) {
        try {
            webhooks.validate(webhook);
        } catch (NotRegistered refused) {
            throw refused(refused);
        }
        return Reply.noContent();
    }

    Reply delete(Webhook webhook) {
        registrar.delete(webhook);
        return Reply.noContent();
    }

    Webhook find(Attempt attempt) {
        return webhooks.find(attempt.call().path("webhook_id").replaceAll("\\.json$", ""))
                .filter(webhook ->
                        webhook.app().id().equals(attempt.caller().app().id()))
                .orElseThrow(() -> Refused.because(Refusal.PAGE_DOES_NOT_EXIST));
    }

    static Fields portrait(Webhook webhook) {
        return Fields.of("id", webhook.id())
                .with("url", webhook.url().toString())
                .with("valid", webhook.valid())
                .with("created_at", V1Times.iso(webhook.createdAt()));
    }

    private static Refused refused(NotRegistered refused) {
        return refused.reason().equals("WebhookLimitExceeded")
                ? Refused.because(Refusal.TOO_MANY_RESOURCES)
                : Refused.because(Refusal.BAD_REQUEST, refused.text());
    }
}
