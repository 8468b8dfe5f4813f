package com.dmverify.x.user;

import com.dmverify.x.XUser;
import com.dmverify.x.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Checks and reads lists of users in both API versions. */
final class UserLists {

    private UserLists() {}

    static void checkCount(int count, int most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException("1 to " + most + " at once");
        }
    }

    /** Leaves out users whose old handle is longer than today's limit. */
    static List<XUser> readable(JsonNode array, Function<JsonNode, XUser> reading) {
        return Json.each(array, user -> attempt(user, reading))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<XUser> attempt(JsonNode user, Function<JsonNode, XUser> reading) {
        try {
            return Optional.of(reading.apply(user));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
