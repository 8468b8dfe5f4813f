package com.dmverify.x.wire;

import com.dmverify.x.json.Json;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** X, or somebody in front of it, answered in full. */
final class Reply implements Exchange {

    private final int status;
    private final HeaderFields headers;
    private final JsonNode body;

    Reply(HttpResponse<byte[]> response) {
        this.status = response.statusCode();
        this.headers = new HeaderFields(response.headers());
        this.body = Json.parseOrMissing(response.body());
    }

    int status() {
        return status;
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    HeaderFields headers() {
        return headers;
    }

    /** The JSON; a missing node where there is none. */
    JsonNode body() {
        return body;
    }
}
