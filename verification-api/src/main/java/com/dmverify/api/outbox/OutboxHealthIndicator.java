package com.dmverify.api.outbox;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether events reach Kafka. Not part of readiness: without Kafka we still answer, and what happened is told when it is back.
 */
final class OutboxHealthIndicator extends AbstractHealthIndicator {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Duration overdueAfter;

    OutboxHealthIndicator(Outbox outbox, Duration overdueAfter) {
        super("The outbox cannot be read");
        this.outbox = outbox;
        this.overdueAfter = overdueAfter;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Boolean late = outbox.isLate(overdueAfter).block(TIMEOUT);
        if (Boolean.FALSE.equals(late)) {
            builder.up();
        } else {
            builder.down()
                    .withDetail("waiting", String.valueOf(outbox.waiting().block(TIMEOUT)))
                    .withDetail("means", "Kafka does not take our events");
        }
    }
}
