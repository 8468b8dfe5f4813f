package com.dmverify.api.event;

import com.dmverify.api.store.Outbox;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether facts reach Kafka. Not part of readiness: without Kafka we still answer, and what happened is told when it is back.
 */
final class OutboxHealthIndicator extends AbstractHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Duration leftBehindAfter;

    OutboxHealthIndicator(Outbox outbox, Duration leftBehindAfter) {
        super("The outbox cannot be read");
        this.outbox = outbox;
        this.leftBehindAfter = leftBehindAfter;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Boolean late = outbox.isLate(leftBehindAfter).block(PATIENCE);
        if (Boolean.FALSE.equals(late)) {
            builder.up();
        } else {
            builder.down()
                    .withDetail("waiting", String.valueOf(outbox.waiting().block(PATIENCE)))
                    .withDetail("means", "Kafka does not take our events");
        }
    }
}
