/** Removes possible codes from activities before they are recorded. */
@NullMarked
package com.dmverify.webhook.redaction;

import org.jspecify.annotations.NullMarked;
