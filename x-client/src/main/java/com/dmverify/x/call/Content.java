package com.dmverify.x.call;

import com.dmverify.x.json.Json;
import com.dmverify.x.oauth.Nonces;
import com.dmverify.x.oauth.Parameter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request. Its {@code toString} shows nothing of it, because it may hold a code. */
public final class Content {

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

    /** Fields and one file. The boundary is random, so that no file can contain it. */
    static Content multipart(List<Parameter> fields, String name, byte[] file) {
        String boundary = "dm-verify-" + new Nonces().get();
        ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + 1_000);
        for (Parameter field : fields) {
            body.writeBytes(part(boundary, field.name(), "\r\n\r\n" + field.value() + "\r\n"));
        }
        String type = "; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        body.writeBytes(part(boundary, name, type));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new Content("multipart/form-data; boundary=" + boundary, body.toByteArray(), List.of());
    }

    private static byte[] part(String boundary, String name, String rest) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
        return (head + rest).getBytes(StandardCharsets.UTF_8);
    }

    /** The content type; null for no body. */
    public @Nullable String type() {
        return type;
    }

    /** The bytes, for one attempt to send them. */
    public OutgoingBody outgoing() {
        return new OutgoingBody(bytes);
    }

    /** The fields of a form, which are part of an OAuth 1.0a signature; nothing else is. */
    public List<Parameter> signed() {
        return signed;
    }
}
