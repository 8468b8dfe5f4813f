/** The out-of-order consumer of orders: per-account concurrency, and offsets that are committed only up to the first unfinished record. */
@NullMarked
package com.dmverify.sender.consume;

import org.jspecify.annotations.NullMarked;
