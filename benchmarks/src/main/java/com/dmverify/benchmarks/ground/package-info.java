/** What the measured services stand on: Kafka, Redis, and the sandbox as X. */
@NullMarked
package com.dmverify.benchmarks.ground;

import org.jspecify.annotations.NullMarked;
