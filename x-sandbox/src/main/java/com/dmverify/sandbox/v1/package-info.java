/** Reads requests of API v1.1. */
@NullMarked
package com.dmverify.sandbox.v1;

import org.jspecify.annotations.NullMarked;
