/** From the start of a JVM to readiness. */
@NullMarked
package com.dmverify.benchmarks.start;

import org.jspecify.annotations.NullMarked;
