/** Reads dead letters from Kafka, writes them back, and keeps the log of what was written back. */
@NullMarked
package com.dmverify.cli.deadletter.kafka;

import org.jspecify.annotations.NullMarked;
