package com.dmverify.scenarios;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Makes JSON bodies of requests. */
final class Json {

    private Json() {}

    static String of(Map<String, ?> members) {
        return JsonMapper.shared().writeValueAsString(members);
    }
}
