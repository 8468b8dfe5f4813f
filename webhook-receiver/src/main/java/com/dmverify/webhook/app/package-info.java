/** Configures the X apps, each with its own path and consumer secret. */
@NullMarked
package com.dmverify.webhook.app;

import org.jspecify.annotations.NullMarked;
