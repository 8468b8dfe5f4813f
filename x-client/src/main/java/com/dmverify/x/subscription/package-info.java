/** What X is asked to deliver, and where to: webhooks and subscriptions of every age. */
@NullMarked
package com.dmverify.x.subscription;

import org.jspecify.annotations.NullMarked;
