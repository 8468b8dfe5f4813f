package com.dmverify.api.redis;

import io.lettuce.core.resource.EventLoopGroupProvider;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.TimeUnit;
import reactor.netty.resources.LoopResources;

/**
 * Lets Lettuce use the event loops of the HTTP server. An answer of Redis that arrives on the loop of its request wakes no other
 * thread. The loops belong to the server: Lettuce never ends them.
 */
final class SharedEventLoops implements EventLoopGroupProvider {

    private final EventLoopGroup loops;

    SharedEventLoops(LoopResources server) {
        loops = server.onServer(LoopResources.DEFAULT_NATIVE);
    }

    @Override
    @SuppressWarnings(
            "unchecked") // Lettuce asks for the type of its transport, native where there is one, as the server's
    public <T extends EventLoopGroup> T allocate(Class<T> type) {
        return (T) loops;
    }

    @Override
    public int threadPoolSize() {
        return LoopResources.DEFAULT_IO_WORKER_COUNT;
    }

    @Override
    public Future<Boolean> release(EventExecutorGroup group, long quietPeriod, long timeout, TimeUnit unit) {
        return GlobalEventExecutor.INSTANCE.newSucceededFuture(true);
    }

    @Override
    public Future<Boolean> shutdown(long quietPeriod, long timeout, TimeUnit unit) {
        return GlobalEventExecutor.INSTANCE.newSucceededFuture(true);
    }
}
