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
 * Looks at every account's connection now and then, so that tokens are renewed before their end, with or without messages to
 * send. Ends before Redis does: a renewal that is under way is finished and stored.
 */
public final class RenewalRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RenewalRounds.class);

    private final AccountTokens tokens;
    private final Duration pace;
    private @Nullable ScheduledExecutorService rounds;

    public RenewalRounds(AccountTokens tokens, Duration pace) {
        this.tokens = tokens;
        this.pace = pace;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService fresh = Executors.newScheduledThreadPool(
                tokens.accounts().size(),
                Thread.ofVirtual().name("connection-", 0).factory());
        for (String account : tokens.accounts()) {
            var _ = fresh.scheduleWithFixedDelay(() -> look(account), 0, pace.toMillis(), TimeUnit.MILLISECONDS);
        }
        rounds = fresh;
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) {
            rounds.close();
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }

    private void look(String account) {
        try {
            tokens.look(account);
        } catch (RuntimeException e) {
            // Whatever it was, the next round has to come. The message might quote what was sent.
            LOG.warn(
                    "Cannot look after the connection of {}: {}",
                    account,
                    e.getClass().getName());
        }
    }
}
