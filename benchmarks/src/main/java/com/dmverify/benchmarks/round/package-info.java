/** Rounds of two workloads in turn, after a warm-up. */
@NullMarked
package com.dmverify.benchmarks.round;

import org.jspecify.annotations.NullMarked;
