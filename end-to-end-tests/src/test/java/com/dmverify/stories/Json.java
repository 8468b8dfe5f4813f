package com.dmverify.stories;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of requests, with every character escaped where JSON needs it. */
final class Json {

    private Json() {}

    static String of(Map<String, ?> members) {
        return JsonMapper.shared().writeValueAsString(members);
    }
}
