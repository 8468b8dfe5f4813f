/** Webhooks per second. */
@NullMarked
package com.dmverify.benchmarks.receive;

import org.jspecify.annotations.NullMarked;
