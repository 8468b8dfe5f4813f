package com.dmverify.x.http;

import com.dmverify.x.call.OutgoingBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/** A request body for the HTTP client, which can be written only as a whole. */
final class OutgoingEntity extends AbstractHttpEntity {

    private final OutgoingBody body;

    OutgoingEntity(OutgoingBody body, @Nullable String type) {
        super(type, null);
        this.body = body;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        body.writeTo(out);
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("a body is written, never read");
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void close() {
        // It holds no resources.
    }
}
