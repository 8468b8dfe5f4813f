/** X's rate limits: fixed windows per user and per app. */
@NullMarked
package com.dmverify.sandbox.limit;

import org.jspecify.annotations.NullMarked;
