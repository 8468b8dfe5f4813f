/** Bounds what a caller can hold open before it is known who it is: time for headers, and input after an early answer. */
@NullMarked
package com.dmverify.webhook.connection;

import org.jspecify.annotations.NullMarked;
