package com.dmverify.api.redis;

import com.dmverify.api.verification.VerificationId;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import reactor.core.scheduler.Schedulers;

/**
 * Hears of commits of any replica: {@code commit.lua} publishes the new version of a verification on a sharded channel with the
 * name of its key. It is a hint that may be lost. All subscriptions share one connection, which is opened for the first of them.
 *
 * <p>Thread-safe; no method blocks or fails.
 */
public final class ChangeHints implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeHints.class);

    private final LettuceConnectionFactory connections;
    private final Map<String, Subscription> wanted = new ConcurrentHashMap<>();
    private final AtomicBoolean connecting = new AtomicBoolean();
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> connection;
    /** Whether a subscription failed since the last {@link #repair}. */
    private volatile boolean isIncomplete;

    private record Subscription(VerificationId id, ObjLongConsumer<VerificationId> listener) {}

    ChangeHints(LettuceConnectionFactory connections) {
        this.connections = connections;
    }

    /** Tells the listener the id and the new version of each commit from now on; one listener for each verification. */
    public void subscribe(VerificationId id, ObjLongConsumer<VerificationId> listener) {
        String channel = Shards.verification(id);
        wanted.put(channel, new Subscription(id, listener));
        if (connection == null) {
            connect();
        } else {
            send(channel);
        }
    }

    /** Ends the subscription. */
    public void unsubscribe(VerificationId id) {
        String channel = Shards.verification(id);
        wanted.remove(channel);
        leave(channel);
    }

    /** Subscribes again where that has failed. Called now and then. */
    public void repair() {
        if (isIncomplete || (connection == null && !wanted.isEmpty())) {
            isIncomplete = false;
            if (connection == null) {
                connect();
            } else {
                wanted.keySet().forEach(this::send);
            }
        }
    }

    private void send(String channel) {
        StatefulRedisPubSubConnection<String, String> open = connection;
        if (open != null) {
            open.async().ssubscribe(channel).whenComplete((done, error) -> isIncomplete |= error != null);
        }
    }

    private void leave(String channel) {
        StatefulRedisPubSubConnection<String, String> open = connection;
        if (open != null) {
            var _ = open.async().sunsubscribe(channel);
        }
    }

    /** Connecting blocks: not on the caller's thread. Lettuce reconnects by itself later, and subscribes again. */
    private void connect() {
        if (connecting.compareAndSet(false, true)) {
            Schedulers.boundedElastic().schedule(this::open);
        }
    }

    private void open() {
        try {
            StatefulRedisPubSubConnection<String, String> open = switch (connections.getRequiredNativeClient()) {
                case RedisClient client -> client.connectPubSub(StringCodec.UTF8);
                case RedisClusterClient client -> client.connectPubSub(StringCodec.UTF8);
                case Object other -> throw new IllegalStateException("Not a client of Redis: " + other);
            };
            open.addListener(new Messages());
            connection = open;
            wanted.keySet().forEach(this::send);
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("cause", e.toString()).log("hints.connect_failed");
        } finally {
            connecting.set(false);
        }
    }

    @Override
    public void destroy() {
        StatefulRedisPubSubConnection<String, String> open = connection;
        if (open != null) {
            open.close();
        }
    }

    private final class Messages extends RedisPubSubAdapter<String, String> {

        @Override
        public void smessage(String channel, String version) {
            Subscription subscription = wanted.get(channel);
            if (subscription != null) {
                subscription.listener().accept(subscription.id(), Long.parseLong(version));
            } else {
                leave(channel); // its end was lost with a connection
            }
        }
    }
}
