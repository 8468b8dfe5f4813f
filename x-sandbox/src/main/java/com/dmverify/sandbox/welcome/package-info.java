/** Holds welcome messages and their rules. */
@NullMarked
package com.dmverify.sandbox.welcome;

import org.jspecify.annotations.NullMarked;
