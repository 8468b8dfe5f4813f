/** Simulates v1.1's Direct Messages. */
@NullMarked
package com.dmverify.sandbox.v1.dm;

import org.jspecify.annotations.NullMarked;
