/** Ours beside a ceiling, in one run. */
@NullMarked
package com.dmverify.benchmarks;

import org.jspecify.annotations.NullMarked;
