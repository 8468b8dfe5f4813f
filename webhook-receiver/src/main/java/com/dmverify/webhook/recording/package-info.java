/** Records activities in Kafka and deduplicates X's redeliveries. */
@NullMarked
package com.dmverify.webhook.recording;

import org.jspecify.annotations.NullMarked;
