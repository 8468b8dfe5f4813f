package com.dmverify.support.problem;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Gives the answers that Netty writes itself a problem: requests that it cannot parse never reach Spring (control
 * characters in the address, headers that are too large).
 */
@ChannelHandler.Sharable
final class NettyProblems extends ChannelOutboundHandlerAdapter {

    private static final int FIRST_ERROR = 400;

    /** Adds itself to each connection. */
    HttpServer addTo(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> {
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(NettyPipeline.HttpCodec) != null) {
                pipeline.addAfter(NettyPipeline.HttpCodec, "problems", this);
            }
        });
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        Object answer = message instanceof FullHttpResponse full && isEmptyError(full) ? problem(full) : message;
        var _ = context.write(answer, promise);
    }

    private static boolean isEmptyError(FullHttpResponse answer) {
        return answer.status().code() >= FIRST_ERROR
                && !answer.content().isReadable()
                && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static FullHttpResponse problem(FullHttpResponse answer) {
        String traceId = TraceId.of(null);
        byte[] body = ProblemBody.of(answer.status().code(), traceId);
        FullHttpResponse problem = answer.replace(Unpooled.wrappedBuffer(body));
        problem.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json");
        problem.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        problem.headers().set(ProblemFilter.REQUEST_ID, traceId);
        answer.release();
        return problem;
    }
}
