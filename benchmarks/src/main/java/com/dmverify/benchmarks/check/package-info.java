/** Checks of codes per second. */
@NullMarked
package com.dmverify.benchmarks.check;

import org.jspecify.annotations.NullMarked;
