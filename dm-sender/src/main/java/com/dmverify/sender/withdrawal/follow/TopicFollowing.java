package com.dmverify.sender.withdrawal.follow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs the followers, and the question how far they are, from before the first order is read until after the last. */
final class TopicFollowing implements SmartLifecycle {

    private final List<TopicFollower> followers;
    private final ReaderLag lag;
    private final Duration askEvery;
    private @Nullable ScheduledExecutorService asking;

    TopicFollowing(List<TopicFollower> followers, ReaderLag lag, Duration askEvery) {
        this.followers = followers;
        this.lag = lag;
        this.askEvery = askEvery;
    }

    @Override
    public synchronized void start() {
        followers.forEach(TopicFollower::start);
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("withdrawals-lag").daemon().factory());
        var _ = scheduler.scheduleWithFixedDelay(lag::ask, 0, askEvery.toMillis(), TimeUnit.MILLISECONDS);
        asking = scheduler;
    }

    @Override
    public synchronized void stop() {
        if (asking != null) {
            asking.shutdownNow();
            asking = null;
        }
        followers.forEach(TopicFollower::close);
    }

    @Override
    public synchronized boolean isRunning() {
        return asking != null;
    }

    /** Listeners start in the last phase, and stop first. */
    @Override
    public int getPhase() {
        return 0;
    }
}
