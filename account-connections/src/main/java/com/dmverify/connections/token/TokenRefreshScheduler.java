package com.dmverify.connections.token;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Synchronizes every account's connection regularly, so that tokens are refreshed before their end also without
 * messages to send. Stops before the Redis client does, so that a running refresh is finished and stored.
 */
public final class TokenRefreshScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRefreshScheduler.class);

    private final AccountTokens tokens;
    private final Duration interval;
    private @Nullable ScheduledExecutorService executor;

    public TokenRefreshScheduler(AccountTokens tokens, Duration interval) {
        this.tokens = tokens;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService fresh = Executors.newScheduledThreadPool(
                tokens.accounts().size(),
                Thread.ofVirtual().name("connection-", 0).factory());
        for (String account : tokens.accounts()) {
            var _ = fresh.scheduleWithFixedDelay(
                    () -> synchronize(account), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
        executor = fresh;
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.close();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private void synchronize(String account) {
        try {
            tokens.synchronize(account);
        } catch (RuntimeException e) {
            // Any exception would end the schedule. Without its message, which may quote the command.
            LOG.atWarn()
                    .addKeyValue("account", account)
                    .addKeyValue("error", e.getClass().getName())
                    .log("connection.synchronization_failed");
        }
    }
}
