package com.dmverify.x.webhook;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads users in deliveries: v1.1 users, condensed users, and v2 users wrapped in {@code data}. */
final class Party {

    private Party() {}

    /** The user id in a field; null if there is none. */
    static @Nullable UserId id(JsonNode node, String field) {
        return valid(Json.textOrNull(node, field), UserId::new);
    }

    /** The id of a user. */
    static @Nullable UserId id(JsonNode user) {
        UserId text = id(unwrapped(user), "id_str");
        return text == null ? id(unwrapped(user), "id") : text;
    }

    /** The handle of a user. */
    static @Nullable Handle handle(JsonNode user) {
        return Stream.of("screen_name", "username")
                .flatMap(field -> Json.optionalText(unwrapped(user), field).stream())
                .findFirst()
                .map(text -> valid(text, Handle::new))
                .orElse(null);
    }

    private static JsonNode unwrapped(JsonNode user) {
        return user.path("data").isObject() ? user.path("data") : user;
    }

    private static <T> @Nullable T valid(@Nullable String text, Function<String, T> type) {
        try {
            return text == null ? null : type.apply(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
