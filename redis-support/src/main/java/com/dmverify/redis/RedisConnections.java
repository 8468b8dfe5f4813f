package com.dmverify.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.EpollProvider;
import io.lettuce.core.resource.NettyCustomizer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How every service connects to Redis. No command is ever sent twice by the driver, a peer that went silent is noticed within
 * seconds, and a master that was demoted is left. Use one instance for all clients of a process.
 *
 * <p>In Spring Boot, {@link #apply(ClientOptions.Builder)} is a {@code LettuceClientOptionsBuilderCustomizer} and {@link
 * #apply(ClientResources.Builder)} a {@code ClientResourcesBuilderCustomizer}. Both must be applied. Blocking commands
 * ({@code BLPOP}, {@code XREAD BLOCK}) that block longer than {@link RedisTimings#silence()} are not supported: a connection
 * that blocks cannot be told from a dead one.
 *
 * <p>Thread-safe.
 */
public final class RedisConnections {

    private static final int KEEP_ALIVE_PROBES = 3;
    private static final Duration KEEP_ALIVE_INTERVAL = Duration.ofSeconds(1);

    private final RedisTimings timings;
    private final OpenChannels channels;

    public RedisConnections() {
        this(RedisTimings.DEFAULT);
    }

    public RedisConnections(RedisTimings timings) {
        this.timings = timings;
        this.channels = new OpenChannels(timings.readOnlyInterval());
    }

    /**
     * Commands that are issued without a connection fail at once, and so do those that were sent and not answered when the
     * connection ended: whether they ran is unknown, so only the caller may decide to send them again. A replay filter would
     * not do: Lettuce neither sends nor completes what it filters, and the caller would wait for its time-out.
     */
    public void apply(ClientOptions.Builder options) {
        options.autoReconnect(true)
                .pingBeforeActivateConnection(true)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled())
                .socketOptions(socket());
    }

    /** Adds the detection of dead peers and demoted masters to each connection. */
    public void apply(ClientResources.Builder resources) {
        apply(resources, new NettyCustomizer() {});
    }

    /**
     * The same, for a service that has a customizer of its own.
     *
     * @param also is called first, for each new connection; Lettuce takes one customizer only
     */
    public void apply(ClientResources.Builder resources, NettyCustomizer also) {
        resources
                .reconnectDelay(Delay.exponential(Duration.ZERO, timings.reconnectDelay(), 2, TimeUnit.MILLISECONDS))
                .nettyCustomizer(new ConnectionCustomizer(also, timings, channels));
    }

    private SocketOptions socket() {
        SocketOptions.Builder socket = SocketOptions.builder()
                .connectTimeout(timings.connectTimeout())
                .keepAlive(KeepAliveOptions.builder()
                        .enable()
                        .idle(atLeastASecond(timings.pingAfter()))
                        .interval(KEEP_ALIVE_INTERVAL)
                        .count(KEEP_ALIVE_PROBES)
                        .build());
        if (EpollProvider.isAvailable()) {
            // Linux only. Elsewhere, and behind a proxy that acknowledges for a dead peer, SilenceDetector does it
            // alone.
            socket.tcpUserTimeout(TcpUserTimeoutOptions.builder()
                    .enable()
                    .tcpUserTimeout(timings.pingAfter().plus(timings.silence()))
                    .build());
        }
        return socket.build();
    }

    /** The system counts keep-alive times in whole seconds. */
    private static Duration atLeastASecond(Duration wanted) {
        Duration second = Duration.ofSeconds(1);
        return wanted.compareTo(second) < 0 ? second : wanted;
    }
}
