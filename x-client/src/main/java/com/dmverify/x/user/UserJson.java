package com.dmverify.x.user;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.json.Json;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads users of either API version. */
public final class UserJson {

    private UserJson() {}

    /** Reads a user of v2. Throws {@link IllegalArgumentException} if it is not one. */
    public static XUser v2(JsonNode user) {
        Set<String> connections = Json.each(user.path("connection_status"), relation -> relation.asString(""))
                .collect(Collectors.toUnmodifiableSet());
        return new XUser(
                new UserId(Json.text(user, "id")),
                new Handle(Json.text(user, "username")),
                Json.optionalText(user, "name").orElse(""),
                user.path("receives_your_dm").booleanValueOpt().orElse(null),
                connections);
    }

    /** Reads a user of v1.1. Throws {@link IllegalArgumentException} if it is not one. */
    // "id" is a number beyond 2^53 for many; "id_str" is the same without the risk.
    static XUser v1(JsonNode user) {
        return new XUser(
                new UserId(Json.text(user, "id_str")),
                new Handle(Json.text(user, "screen_name")),
                Json.optionalText(user, "name").orElse(""),
                null,
                Set.of());
    }
}
