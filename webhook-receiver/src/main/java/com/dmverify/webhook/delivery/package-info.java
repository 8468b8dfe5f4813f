/** Receives webhook deliveries: reads, verifies and records them, and responds. */
@NullMarked
package com.dmverify.webhook.delivery;

import org.jspecify.annotations.NullMarked;
