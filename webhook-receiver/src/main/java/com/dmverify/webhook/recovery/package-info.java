/** Asks X to deliver again what it could not deliver during an outage of this service or of Kafka. */
@NullMarked
package com.dmverify.webhook.recovery;

import org.jspecify.annotations.NullMarked;
