/** Publishes reports, retries and dead letters to Kafka. */
@NullMarked
package com.dmverify.sender.publish;

import org.jspecify.annotations.NullMarked;
