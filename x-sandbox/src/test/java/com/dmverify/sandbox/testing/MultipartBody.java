package com.dmverify.sandbox.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A {@code multipart/form-data} body. */
public final class MultipartBody {

    public static final String TYPE = "multipart/form-data; boundary=xxxx-boundary";

    private MultipartBody() {}

    public static byte[] of(Map<String, String> fields, String fileField, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            out.writeBytes(text("--xxxx-boundary\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"));
            out.writeBytes(text(value + "\r\n"));
        });
        out.writeBytes(text("--xxxx-boundary\r\nContent-Disposition: form-data; name=\"" + fileField
                + "\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"));
        out.writeBytes(file);
        out.writeBytes(text("\r\n--xxxx-boundary--\r\n"));
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
