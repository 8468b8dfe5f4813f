/** Removes what could be a code from what X delivers, before it is recorded. */
@NullMarked
package com.dmverify.webhook.redaction;

import org.jspecify.annotations.NullMarked;
