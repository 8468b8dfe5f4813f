/** Defines all errors of X's API in one table, in the formats of both API versions. */
@NullMarked
package com.dmverify.sandbox.error;

import org.jspecify.annotations.NullMarked;
