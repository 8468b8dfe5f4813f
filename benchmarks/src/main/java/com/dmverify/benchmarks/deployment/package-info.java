/** The measured programs as they are run here, with the Kafka and the Redis that they use. */
@NullMarked
package com.dmverify.benchmarks.deployment;

import org.jspecify.annotations.NullMarked;
