package com.dmverify.redis;

import java.time.Duration;

/**
 * When a connection counts as dead, and how soon the next one is tried. With the defaults the first command succeeds within
 * ten seconds after a peer went silent: at most {@code pingAfter + silence} plus one second until that is noticed, then a
 * connect.
 *
 * @param connectTimeout how long a connect may take: packets that are dropped must not hold up the next try
 * @param pingAfter a connection on which nothing was sent or received for so long is asked whether it lives: a subscriber
 *     sends nothing by itself
 * @param silence a connection that was asked and from which no byte came for so long is closed; longer than Redis stands
 *     still while a disk is slow, shorter than what a caller waits
 * @param reconnectDelay the longest pause between two tries to connect
 * @param readOnlyInterval the least time between two rounds of dropped connections: while a failover goes on, the same
 *     address may lead to the demoted master for some seconds
 */
public record RedisTimings(
        Duration connectTimeout,
        Duration pingAfter,
        Duration silence,
        Duration reconnectDelay,
        Duration readOnlyInterval) {

    /** The values for production. */
    public static final RedisTimings DEFAULT = new RedisTimings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    public RedisTimings {
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("ping-after", pingAfter);
        requirePositive("silence", silence);
        requirePositive("reconnect-delay", reconnectDelay);
        requirePositive("read-only-interval", readOnlyInterval);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
    }
}
