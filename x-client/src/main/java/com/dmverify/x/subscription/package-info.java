/** Registers webhooks and subscribes accounts, in all versions of X's activity APIs. */
@NullMarked
package com.dmverify.x.subscription;

import org.jspecify.annotations.NullMarked;
