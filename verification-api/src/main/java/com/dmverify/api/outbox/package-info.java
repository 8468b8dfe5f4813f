/** Publishes the events of verifications to Kafka through a transactional outbox. */
@NullMarked
package com.dmverify.api.outbox;

import org.jspecify.annotations.NullMarked;
