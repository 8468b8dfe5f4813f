/** Simulates v2's webhooks and their subscriptions. */
@NullMarked
package com.dmverify.sandbox.v2.webhook;

import org.jspecify.annotations.NullMarked;
