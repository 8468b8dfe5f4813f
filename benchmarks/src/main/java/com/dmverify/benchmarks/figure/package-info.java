/** What was measured, and what may be concluded from it. */
@NullMarked
package com.dmverify.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
