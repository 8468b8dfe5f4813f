package com.dmverify.x.subscription;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Verb;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.wire.Wire;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where X delivers to, in v2. Needs app-only credentials. Source: X's pages "Webhooks". */
public final class Webhooks {

    private static final String WEBHOOKS = "/2/webhooks";

    private final Wire wire;

    public Webhooks(Wire wire) {
        this.wire = wire;
    }

    /** Registers an address: https, public, without a port. X challenges it before it answers this call. */
    public Answer<Webhook> create(URI url) {
        return wire.call(
                Call.post(WEBHOOKS, Map.of("url", url.toString())), body -> Webhook.read(Json.child(body, "data")));
    }

    /** All that are registered. */
    public Answer<List<Webhook>> list() {
        return wire.call(
                Call.get(WEBHOOKS),
                body -> Json.each(Json.child(body, "data"), Webhook::read).toList());
    }

    /** Challenges it now, which also brings an invalid one back; whether it is valid now. */
    public Answer<Boolean> validate(String id) {
        return wire.call(Call.of(Verb.PUT, path(id)), body -> Json.flag(body.path("data"), "valid"));
    }

    /** Delivers there no more; whether that is so. */
    public Answer<Boolean> delete(String id) {
        return wire.call(Call.of(Verb.DELETE, path(id)), body -> Json.flag(body.path("data"), "deleted"));
    }

    /** Delivers again what happened between two times of the last day, the later one at least 10 minutes ago. */
    public Answer<ReplayJob> replay(String id, Instant from, Instant to) {
        Map<String, ?> body = Map.of(
                "webhook_id",
                Ids.check("a webhook", id),
                "from_date",
                ReplayJob.minute(from),
                "to_date",
                ReplayJob.minute(to));
        return wire.call(Call.post(WEBHOOKS + "/replay", body), answer -> ReplayJob.read(Json.child(answer, "data")));
    }

    private static String path(String id) {
        return WEBHOOKS + "/" + Ids.check("a webhook", id);
    }
}
