package com.dmverify.x.http;

import com.dmverify.x.json.Json;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A complete response of X or of a proxy before it. */
final class Response implements Exchange {

    /** In bytes: far above X's largest response, and small enough for the heap. */
    private static final int LARGEST_ANSWER = 8 << 20;

    private final int status;
    private final HeaderFields headers;
    private final JsonNode body;

    private Response(int status, HeaderFields headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = Json.parseOrMissing(body);
    }

    /** Reads the response to its last byte. */
    static Response read(ClassicHttpResponse response) throws IOException {
        return new Response(response.getCode(), new HeaderFields(response), bytes(response.getEntity()));
    }

    private static byte[] bytes(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        // Not closed here, because that would read to the end. The HTTP client drops the connection instead.
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

    /** The JSON; a missing node if there is none. */
    JsonNode body() {
        return body;
    }
}
