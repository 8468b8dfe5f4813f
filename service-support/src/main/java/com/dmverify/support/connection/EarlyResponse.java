package com.dmverify.support.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Delivers a response that is complete before its request: the rest of the request is read and discarded, up to a size
 * and a time. If a connection with unread input is closed at once, it is reset and the caller may lose the response; if
 * the input were read without a limit, the caller could prolong it. Placed after the codec. Not thread-safe: used by
 * the event loop of its connection only.
 */
// The promise of a write or close gets its result.
@SuppressWarnings("FutureReturnValueIgnored")
final class EarlyResponse extends ChannelDuplexHandler {

    private final HeaderTimeout headers;
    private final Duration most;
    private final long mostBytes;

    private boolean requestOpen;
    private boolean responded;
    private boolean mayGoOn;
    private long discarded;
    private @Nullable Future<?> scheduledClose;
    private @Nullable ChannelPromise closing;

    EarlyResponse(HeaderTimeout headers, Duration most, long mostBytes) {
        this.headers = headers;
        this.most = most;
        this.mostBytes = mostBytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            headers.arrived();
            requestOpen = true;
            responded = false;
            discarded = 0;
            mayGoOn = mayGoOn(request);
        }
        if (responded && message instanceof HttpContent content) {
            discarded += content.content().readableBytes();
        }
        boolean last = message instanceof LastHttpContent;
        if (closing == null) {
            context.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
        }
        if (last) {
            requestEnded(context);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        readOn(context);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        // Beyond the size nothing more is read. The caller has the remaining time to read the response.
        if (!isLingering() || discarded <= mostBytes) {
            context.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (requestOpen && !mayGoOn && message instanceof HttpResponse response && !isInterim(response)) {
            HttpUtil.setKeepAlive(response, false);
        }
        if (requestOpen && !responded && endsAnswer(message)) {
            responded = true;
            scheduledClose = context.executor().schedule(() -> end(context), most.toMillis(), TimeUnit.MILLISECONDS);
            context.write(message, promise.unvoid()).addListener(_ -> readOn(context));
            return;
        }
        context.write(message, promise);
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (isLingering() && closing == null && context.channel().isActive()) {
            closing = promise;
            readOn(context);
        } else {
            context.close(promise);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        requestEnded(context);
        context.fireChannelInactive();
    }

    private void requestEnded(ChannelHandlerContext context) {
        requestOpen = false;
        headers.await();
        if (scheduledClose != null) {
            scheduledClose.cancel(false);
            scheduledClose = null;
        }
        if (closing != null || (responded && !mayGoOn)) {
            end(context);
        }
    }

    private void end(ChannelHandlerContext context) {
        requestOpen = false;
        ChannelPromise promise = closing == null ? context.newPromise() : closing;
        closing = null;
        context.close(promise);
    }

    /** Whether the rest of the request is certainly small enough to keep the connection open for the next one. */
    private boolean mayGoOn(HttpRequest request) {
        return request.decoderResult().isSuccess()
                && !HttpUtil.isTransferEncodingChunked(request)
                && !HttpUtil.is100ContinueExpected(request)
                && HttpUtil.getContentLength(request, 0L) <= mostBytes;
    }

    private void readOn(ChannelHandlerContext context) {
        if (isLingering()) {
            read(context);
        }
    }

    private boolean isLingering() {
        return requestOpen && responded;
    }

    private static boolean endsAnswer(Object message) {
        return message instanceof LastHttpContent && !(message instanceof HttpResponse response && isInterim(response));
    }

    private static boolean isInterim(HttpResponse response) {
        return response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
