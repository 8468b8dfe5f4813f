/** What happened, told to whoever subscribed, in both payload families. */
@NullMarked
package com.dmverify.sandbox.activity;

import org.jspecify.annotations.NullMarked;
