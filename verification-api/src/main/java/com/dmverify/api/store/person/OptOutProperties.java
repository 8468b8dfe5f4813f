package com.dmverify.api.store.person;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of opt-outs. A STOP itself has no end but a START.
 *
 * @param startKeptFor how long the time of a START is kept, so that an older STOP which arrives later changes nothing: longer
 *     than the records of x.activity (8 days) and its dead letters (30 days) are kept
 * @param recordsKeptFor how long a record that tells dm-sender waits for Kafka
 */
@ConfigurationProperties("dm-verify.opt-outs")
record OptOutProperties(
        @DefaultValue("45d") Duration startKeptFor,
        @DefaultValue("30d") Duration recordsKeptFor) {
    OptOutProperties {
        if (!startKeptFor.isPositive() || !recordsKeptFor.isPositive()) {
            throw new IllegalArgumentException(
                    "dm-verify.opt-outs: start-kept-for and records-kept-for must be positive");
        }
    }
}
