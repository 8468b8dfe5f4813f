/** Limits what an unauthenticated caller can hold open: the time for headers, and the input after an early response. */
@NullMarked
package com.dmverify.support.connection;

import org.jspecify.annotations.NullMarked;
