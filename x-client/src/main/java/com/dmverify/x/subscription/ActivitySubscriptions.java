package com.dmverify.x.subscription;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Verb;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.wire.Wire;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * X Activity: one subscription for each account and type of event. Creating one for private events ({@code dm.*}) needs
 * the account's own credentials, everything else app-only ones. It may take minutes to begin. Source: X's pages "X
 * Activity API".
 */
public final class ActivitySubscriptions {

    private static final String PATH = "/2/activity/subscriptions";
    private static final int LONGEST_TAG = 200;
    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z_]+(?:\\.[a-z_]+)+");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Wire wire;

    public ActivitySubscriptions(Wire wire) {
        this.wire = wire;
    }

    /**
     * Subscribes.
     *
     * @param eventType for instance {@code dm.received}, {@code follow.follow}
     * @param tag 1 to 200 characters of our own
     */
    public Answer<ActivitySubscription> create(String eventType, UserId user, String tag, String webhookId) {
        if (!EVENT_TYPE.matcher(eventType).matches()) {
            throw new IllegalArgumentException("a type of event looks like dm.received");
        }
        ObjectNode body = destination(tag, webhookId).put("event_type", eventType);
        body.putObject("filter").put("user_id", user.value());
        return wire.call(Call.of(Verb.POST, PATH).withJson(body), ActivitySubscription::readOne);
    }

    /** All of the app. */
    public Answer<List<ActivitySubscription>> list() {
        return wire.call(Call.get(PATH), body -> {
            Json.child(body, "meta");
            return Json.each(body.path("data"), ActivitySubscription::read).toList();
        });
    }

    /** Renames or redirects one; another type or account is another subscription. */
    public Answer<ActivitySubscription> update(String id, String tag, String webhookId) {
        return wire.call(
                Call.of(Verb.PUT, path(id)).withJson(destination(tag, webhookId)), ActivitySubscription::readOne);
    }

    /** Ends one; whether that is so. */
    public Answer<Boolean> delete(String id) {
        return wire.call(Call.of(Verb.DELETE, path(id)), body -> Json.flag(body.path("data"), "deleted"));
    }

    private static ObjectNode destination(String tag, String webhookId) {
        if (tag.isEmpty() || tag.length() > LONGEST_TAG) {
            throw new IllegalArgumentException("a tag has 1 to 200 characters");
        }
        return Json.object().put("tag", tag).put("webhook_id", Ids.check("a webhook", webhookId));
    }

    private static String path(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a subscription");
        }
        return PATH + "/" + id;
    }
}
