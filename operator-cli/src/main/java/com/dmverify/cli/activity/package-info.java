/** One interface to the webhooks and subscriptions of all families of X's activity APIs. */
@NullMarked
package com.dmverify.cli.activity;

import org.jspecify.annotations.NullMarked;
