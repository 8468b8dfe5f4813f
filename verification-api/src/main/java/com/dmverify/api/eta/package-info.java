/** Estimates when a queued message will leave, from the rate limits of its account and its place in the queue. */
@NullMarked
package com.dmverify.api.eta;

import org.jspecify.annotations.NullMarked;
