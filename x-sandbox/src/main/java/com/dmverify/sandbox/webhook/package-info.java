/** Where X calls out: registered addresses, their challenges, signed deliveries and retries. */
@NullMarked
package com.dmverify.sandbox.webhook;

import org.jspecify.annotations.NullMarked;
