/** Resident memory, idle and under load. */
@NullMarked
package com.dmverify.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
