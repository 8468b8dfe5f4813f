/** v2's webhooks and what can be subscribed to on them. */
@NullMarked
package com.dmverify.sandbox.v2.webhook;

import org.jspecify.annotations.NullMarked;
