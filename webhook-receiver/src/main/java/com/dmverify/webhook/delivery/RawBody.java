package com.dmverify.webhook.delivery;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads the bytes that X signed: neither decoded nor normalised, and never more than the limit in memory. */
final class RawBody {

    private RawBody() {}

    /** The bytes, or {@link DataBufferLimitException} as soon as there are more than the limit. */
    static Mono<byte[]> of(ServerHttpRequest request, int limit) {
        if (request.getHeaders().getContentLength() > limit) {
            return Mono.error(() -> new DataBufferLimitException("Content-Length is beyond " + limit));
        }
        return DataBufferUtils.join(request.getBody(), limit)
                .map(RawBody::bytesOf)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytesOf(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
