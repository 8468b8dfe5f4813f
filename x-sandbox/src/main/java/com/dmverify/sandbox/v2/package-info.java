/** Reads requests and makes pages of API v2. */
@NullMarked
package com.dmverify.sandbox.v2;

import org.jspecify.annotations.NullMarked;
