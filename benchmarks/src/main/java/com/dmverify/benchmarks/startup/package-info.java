/** The time from the start of a JVM to readiness. */
@NullMarked
package com.dmverify.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
