/** Renders every error as a problem (RFC 9457) that says what to do. */
@NullMarked
package com.dmverify.webhook.problem;

import org.jspecify.annotations.NullMarked;
