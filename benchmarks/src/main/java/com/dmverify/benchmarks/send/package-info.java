/** Direct Messages per second: the whole way through dm-sender beside bare calls. */
@NullMarked
package com.dmverify.benchmarks.send;

import org.jspecify.annotations.NullMarked;
