/** Accepted verifications per second. */
@NullMarked
package com.dmverify.benchmarks.accept;

import org.jspecify.annotations.NullMarked;
