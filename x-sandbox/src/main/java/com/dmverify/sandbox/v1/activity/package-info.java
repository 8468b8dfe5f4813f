/** v1.1's Account Activity: webhooks and subscriptions of the premium and the enterprise kind. */
@NullMarked
package com.dmverify.sandbox.v1.activity;

import org.jspecify.annotations.NullMarked;
