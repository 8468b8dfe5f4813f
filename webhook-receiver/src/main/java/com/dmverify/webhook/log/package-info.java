/** Keeps what strangers cause from filling the log. */
@NullMarked
package com.dmverify.webhook.log;

import org.jspecify.annotations.NullMarked;
