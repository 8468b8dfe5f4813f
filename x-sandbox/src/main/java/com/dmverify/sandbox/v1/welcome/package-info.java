/** Simulates v1.1's welcome messages and their rules. */
@NullMarked
package com.dmverify.sandbox.v1.welcome;

import org.jspecify.annotations.NullMarked;
