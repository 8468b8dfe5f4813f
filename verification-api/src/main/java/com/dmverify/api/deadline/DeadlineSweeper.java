package com.dmverify.api.deadline;

import com.dmverify.api.event.Announcer;
import com.dmverify.api.store.VerificationStore;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends every verification whose time is over. All replicas sweep; the script ends each only once. */
@Component
@EnableConfigurationProperties(DeadlineProperties.class)
class DeadlineSweeper {

    private final VerificationStore store;
    private final Announcer announcer;
    private final Duration patience;
    private final int concurrency;

    DeadlineSweeper(VerificationStore store, Announcer announcer, DeadlineProperties properties) {
        this.store = store;
        this.announcer = announcer;
        this.patience = properties.sweepPatience();
        this.concurrency = properties.concurrency();
    }

    /** One pass over all shards. A failure is logged by the scheduler, and the next pass tries again. */
    @Scheduled(fixedDelayString = "${dm-verify.deadlines.sweep-every:1s}")
    void sweep() {
        store.due()
                .flatMap(id -> store.expire(id).flatMap(announcer::announce), concurrency)
                .then()
                .block(patience);
    }
}
