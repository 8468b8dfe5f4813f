/** Simulates v2's Direct Messages: sending and reading. */
@NullMarked
package com.dmverify.sandbox.v2.dm;

import org.jspecify.annotations.NullMarked;
