/** The X apps that may speak to us, each with its own path and its own seal. */
@NullMarked
package com.dmverify.webhook.app;

import org.jspecify.annotations.NullMarked;
