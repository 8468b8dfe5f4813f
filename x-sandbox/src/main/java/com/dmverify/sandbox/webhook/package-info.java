/** Registers webhooks, challenges them and signs deliveries. */
@NullMarked
package com.dmverify.sandbox.webhook;

import org.jspecify.annotations.NullMarked;
