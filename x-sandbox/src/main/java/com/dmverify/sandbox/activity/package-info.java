/** Publishes activities of users to subscribed webhooks, in both payload formats of X. */
@NullMarked
package com.dmverify.sandbox.activity;

import org.jspecify.annotations.NullMarked;
