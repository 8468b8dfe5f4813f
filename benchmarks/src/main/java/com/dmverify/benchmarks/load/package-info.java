/** A plain HTTP load generator. */
@NullMarked
package com.dmverify.benchmarks.load;

import org.jspecify.annotations.NullMarked;
