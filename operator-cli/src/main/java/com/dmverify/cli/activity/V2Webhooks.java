package com.dmverify.cli.activity;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.cli.x.XOptions;
import com.dmverify.x.subscription.Webhook;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** What X Activity and Account Activity of v2 have in common: webhooks and the replay, as the app. */
abstract class V2Webhooks implements ActivityApi {

    final XOptions x;

    V2Webhooks(XOptions x) {
        this.x = x;
    }

    @Override
    public List<Webhook> webhooks() {
        return x.asApp(app -> value(app.webhooks().list()));
    }

    @Override
    public Webhook register(URI url) {
        return x.asApp(app -> value(app.webhooks().create(url)));
    }

    @Override
    public boolean validate(String webhookId) {
        return x.asApp(app -> value(app.webhooks().validate(webhookId)));
    }

    @Override
    public void delete(String webhookId) {
        x.asApp(app -> value(app.webhooks().delete(webhookId)));
    }

    @Override
    public String replay(String webhookId, Instant from, Instant to) {
        return x.asApp(app -> value(app.webhooks().replay(webhookId, from, to))).id();
    }
}
