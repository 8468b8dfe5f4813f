package com.dmverify.x.subscription;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Subscriptions of X Activity, one for each account and type of event. Creating one for private events ({@code dm.*})
 * needs the account's own credentials, every other call app-only credentials. Deliveries may start minutes later.
 * Source: X's pages "X Activity API".
 */
public final class ActivitySubscriptions {

    private static final String PATH = "/2/activity/subscriptions";
    private static final int LONGEST_TAG = 200;
    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z_]+(?:\\.[a-z_]+)+");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final CallExecutor executor;

    public ActivitySubscriptions(CallExecutor executor) {
        this.executor = executor;
    }

    /**
     * Subscribes.
     *
     * @param eventType for instance {@code dm.received}, {@code follow.follow}
     * @param tag 1 to 200 characters of our choice
     */
    public Answer<ActivitySubscription> create(String eventType, UserId user, String tag, String webhookId) {
        if (!EVENT_TYPE.matcher(eventType).matches()) {
            throw new IllegalArgumentException("a type of event looks like dm.received");
        }
        ObjectNode body = destination(tag, webhookId).put("event_type", eventType);
        body.putObject("filter").put("user_id", user.value());
        return executor.execute(Call.of(HttpMethod.POST, PATH).withJson(body), ActivitySubscription::readOne);
    }

    /** All subscriptions of the app. */
    public Answer<List<ActivitySubscription>> list() {
        return executor.execute(Call.get(PATH), body -> {
            Json.child(body, "meta");
            return Json.each(body.path("data"), ActivitySubscription::read).toList();
        });
    }

    /** Changes the tag or the webhook of a subscription. */
    public Answer<ActivitySubscription> update(String id, String tag, String webhookId) {
        return executor.execute(
                Call.of(HttpMethod.PUT, path(id)).withJson(destination(tag, webhookId)), ActivitySubscription::readOne);
    }

    /** Deletes a subscription. Returns whether it is deleted. */
    public Answer<Boolean> delete(String id) {
        return executor.execute(Call.of(HttpMethod.DELETE, path(id)), body -> Json.flag(body.path("data"), "deleted"));
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
