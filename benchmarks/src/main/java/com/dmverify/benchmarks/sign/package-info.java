/** OAuth 1.0a signatures per second beside those of another library. */
@NullMarked
package com.dmverify.benchmarks.sign;

import org.jspecify.annotations.NullMarked;
