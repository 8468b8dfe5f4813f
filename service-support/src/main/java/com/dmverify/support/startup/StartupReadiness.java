package com.dmverify.support.startup;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Repeats each {@link StartupCheck} until it succeeded once. After that the check is never made again: readiness depends on
 * no other system any more, so that the API stays reachable and can answer 503 itself.
 */
final class StartupReadiness implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StartupReadiness.class);
    private static final String NOT_ASKED = "not asked yet";

    private final List<StartupCheck> checks;
    private final Duration interval;
    private final Map<String, String> missing = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    StartupReadiness(List<StartupCheck> checks, Duration interval) {
        this.checks = checks;
        this.interval = interval;
        checks.forEach(check -> missing.put(check.name(), NOT_ASKED));
    }

    /** What has not succeeded yet, with the reason of the last failure. */
    Map<String, String> missing() {
        return new TreeMap<>(missing);
    }

    @Override
    public void start() {
        running = true;
        for (StartupCheck check : checks) {
            Thread.ofVirtual().name("startup-check-" + check.name()).start(() -> repeat(check));
        }
    }

    private void repeat(StartupCheck check) {
        try {
            while (!succeeds(check)) {
                if (stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean succeeds(StartupCheck check) throws InterruptedException {
        try {
            check.check().call();
            missing.remove(check.name());
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError e) {
            String reason = reason(e);
            if (!reason.equals(missing.put(check.name(), reason))) {
                log.atWarn()
                        .addKeyValue("check", check.name())
                        .addKeyValue("reason", reason)
                        .log("startup.not_ready");
            }
            return false;
        }
    }

    private static String reason(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the listeners and the web server, which need not wait for it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
