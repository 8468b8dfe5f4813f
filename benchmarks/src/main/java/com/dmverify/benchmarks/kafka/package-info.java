/** Proves by reading Kafka that a round has written its records. */
@NullMarked
package com.dmverify.benchmarks.kafka;

import org.jspecify.annotations.NullMarked;
