/** Distinguishes failures that pass (Redis or Kafka is unavailable) from permanent ones. */
@NullMarked
package com.dmverify.api.failure;

import org.jspecify.annotations.NullMarked;
