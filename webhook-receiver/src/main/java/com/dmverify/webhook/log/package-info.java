/** Limits the log lines that unauthenticated callers can cause. */
@NullMarked
package com.dmverify.webhook.log;

import org.jspecify.annotations.NullMarked;
