/** The activities on their way into Kafka, and what Kafka is known to have. */
@NullMarked
package com.dmverify.webhook.recording;

import org.jspecify.annotations.NullMarked;
