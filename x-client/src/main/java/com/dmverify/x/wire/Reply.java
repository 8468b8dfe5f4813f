package com.dmverify.x.wire;

import com.dmverify.x.json.Json;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** X, or somebody in front of it, answered in full. */
final class Reply implements Exchange {

    /** In bytes: far above any answer of X that we ask for, far below what would hurt. */
    private static final int LARGEST_ANSWER = 8 << 20;

    private final int status;
    private final HeaderFields headers;
    private final JsonNode body;

    private Reply(int status, HeaderFields headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = Json.parseOrMissing(body);
    }

    /** Reads the answer to its last byte. */
    static Reply read(ClassicHttpResponse response) throws IOException {
        return new Reply(response.getCode(), new HeaderFields(response), bytes(response.getEntity()));
    }

    private static byte[] bytes(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        // Not closed here: that would read to the end. Whoever executes the request drops the connection instead.
        InputStream content = entity.getContent();
        byte[] bytes = content.readNBytes(LARGEST_ANSWER);
        if (content.read() >= 0) {
            throw new IOException("an answer of more than " + LARGEST_ANSWER + " bytes");
        }
        return bytes;
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
