/** Receives X's webhooks: verifies the signature, records the activities in Kafka, answers 200. */
@NullMarked
package com.dmverify.webhook;

import org.jspecify.annotations.NullMarked;
