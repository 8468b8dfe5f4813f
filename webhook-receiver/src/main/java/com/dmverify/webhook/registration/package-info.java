/** Registers the webhooks of this service at X. */
@NullMarked
package com.dmverify.webhook.registration;

import org.jspecify.annotations.NullMarked;
