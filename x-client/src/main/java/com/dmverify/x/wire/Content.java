package com.dmverify.x.wire;

import com.dmverify.x.json.Json;
import com.dmverify.x.oauth.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request. Has no telling {@code toString}: it may carry a code. */
final class Content {

    static final Content NONE = new Content(null, new byte[0], List.of());

    private final @Nullable String type;
    private final byte[] bytes;
    private final List<Parameter> signed;

    private Content(@Nullable String type, byte[] bytes, List<Parameter> signed) {
        this.type = type;
        this.bytes = bytes;
        this.signed = signed;
    }

    static Content json(Object object) {
        return new Content("application/json", Json.bytes(object), List.of());
    }

    static Content form(List<Parameter> fields) {
        byte[] bytes = Parameter.join(fields).getBytes(StandardCharsets.US_ASCII);
        return new Content("application/x-www-form-urlencoded", bytes, List.copyOf(fields));
    }

    /** The content type; null for no body. */
    @Nullable
    String type() {
        return type;
    }

    OutgoingBody outgoing() {
        return new OutgoingBody(bytes);
    }

    /** The fields of a form, which are part of an OAuth 1.0a signature; nothing else is. */
    List<Parameter> signed() {
        return signed;
    }
}
