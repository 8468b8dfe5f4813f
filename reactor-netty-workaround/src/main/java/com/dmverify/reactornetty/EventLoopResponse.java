package com.dmverify.reactornetty;

import io.netty.channel.EventLoop;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A response that is written by the event loop of its connection, whichever thread produces it. */
final class EventLoopResponse extends ServerHttpResponseDecorator {

    private final EventLoop loop;

    EventLoopResponse(ServerHttpResponse response, EventLoop loop) {
        super(response);
        this.loop = loop;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return onLoop(super.writeWith(body));
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return onLoop(super.writeAndFlushWith(body));
    }

    @Override
    public Mono<Void> setComplete() {
        return onLoop(Mono.defer(super::setComplete));
    }

    private Mono<Void> onLoop(Mono<Void> write) {
        return Mono.defer(() -> loop.inEventLoop() ? write : write.subscribeOn(Schedulers.fromExecutor(loop)));
    }
}
