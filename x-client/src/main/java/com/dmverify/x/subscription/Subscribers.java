package com.dmverify.x.subscription;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The accounts that are subscribed for an app. */
public record Subscribers(String applicationId, List<UserId> users) {

    public Subscribers {
        users = List.copyOf(users);
    }

    static Subscribers read(JsonNode body) {
        return new Subscribers(
                Json.text(body, "application_id"),
                Json.each(Json.child(body, "subscriptions"), user -> new UserId(Json.text(user, "user_id")))
                        .toList());
    }
}
