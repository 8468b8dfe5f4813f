/** Counts calls in X's rate limit windows per user and per app. */
@NullMarked
package com.dmverify.sandbox.limit;

import org.jspecify.annotations.NullMarked;
