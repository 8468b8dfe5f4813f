/** The commands that register webhooks at X. */
@NullMarked
package com.dmverify.cli.webhook;

import org.jspecify.annotations.NullMarked;
