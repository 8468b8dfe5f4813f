/** Facts on their way to Kafka, through an outbox that survives a crash. */
@NullMarked
package com.dmverify.api.event;

import org.jspecify.annotations.NullMarked;
