package com.dmverify.x.subscription;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Webhooks of v2. Needs app-only credentials. Source: X's pages "Webhooks". */
public final class Webhooks {

    private static final String WEBHOOKS = "/2/webhooks";

    private final CallExecutor executor;

    public Webhooks(CallExecutor executor) {
        this.executor = executor;
    }

    /** Registers a URL: https, public, without a port. X sends a CRC check to it before it answers this call. */
    public Answer<Webhook> create(URI url) {
        return executor.execute(
                Call.post(WEBHOOKS, Map.of("url", url.toString())), body -> Webhook.read(Json.child(body, "data")));
    }

    /** All registered webhooks. */
    public Answer<List<Webhook>> list() {
        return executor.execute(
                Call.get(WEBHOOKS),
                body -> Json.each(Json.child(body, "data"), Webhook::read).toList());
    }

    /** Requests a CRC check now, which also makes an invalid webhook valid again. Returns whether it is valid. */
    public Answer<Boolean> validate(String id) {
        return executor.execute(Call.of(HttpMethod.PUT, path(id)), body -> Json.flag(body.path("data"), "valid"));
    }

    /** Deletes a webhook. Returns whether it is deleted. */
    public Answer<Boolean> delete(String id) {
        return executor.execute(Call.of(HttpMethod.DELETE, path(id)), body -> Json.flag(body.path("data"), "deleted"));
    }

    /** Requests a replay of the events between two times of the last day, the later one at least 10 minutes ago. */
    public Answer<ReplayJob> replay(String id, Instant from, Instant to) {
        Map<String, ?> body = Map.of(
                "webhook_id",
                Ids.check("a webhook", id),
                "from_date",
                ReplayJob.minute(from),
                "to_date",
                ReplayJob.minute(to));
        return executor.execute(
                Call.post(WEBHOOKS + "/replay", body), answer -> ReplayJob.read(Json.child(answer, "data")));
    }

    private static String path(String id) {
        return WEBHOOKS + "/" + Ids.check("a webhook", id);
    }
}
