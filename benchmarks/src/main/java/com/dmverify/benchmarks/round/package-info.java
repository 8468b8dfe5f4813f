/** Rounds of two contenders in turn, after a warm-up. */
@NullMarked
package com.dmverify.benchmarks.round;

import org.jspecify.annotations.NullMarked;
