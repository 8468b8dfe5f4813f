/** Verifies webhook deliveries, answers CRC checks and parses activities. */
@NullMarked
package com.dmverify.x.webhook;

import org.jspecify.annotations.NullMarked;
