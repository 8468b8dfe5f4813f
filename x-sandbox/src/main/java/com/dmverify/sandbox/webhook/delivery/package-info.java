/** Makes webhook deliveries: faults, retries, log and replay. */
@NullMarked
package com.dmverify.sandbox.webhook.delivery;

import org.jspecify.annotations.NullMarked;
