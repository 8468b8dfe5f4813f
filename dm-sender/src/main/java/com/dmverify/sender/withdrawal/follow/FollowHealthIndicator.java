package com.dmverify.sender.withdrawal.follow;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows how far the readers of withdrawals and opt-outs are behind. A lag stops calls to X and not the service, so it never
 * makes a replica unready.
 */
final class FollowHealthIndicator implements HealthIndicator {

    private static final String BEHIND = "BEHIND";

    private final ReaderLag lag;

    FollowHealthIndicator(ReaderLag lag) {
        this.lag = lag;
    }

    @Override
    public Health health() {
        Optional<String> objection = lag.objection();
        Health.Builder health = objection.isPresent() ? Health.status(BEHIND) : Health.up();
        objection.ifPresent(why -> health.withDetail("calls_wait", why));
        lag.lag().ifPresent(behind -> health.withDetail("lag_ms", behind.toMillis()));
        return health.build();
    }
}
