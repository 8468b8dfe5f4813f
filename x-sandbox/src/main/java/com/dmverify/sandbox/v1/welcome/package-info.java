/** Welcome messages and the rule that shows one. */
@NullMarked
package com.dmverify.sandbox.v1.welcome;

import org.jspecify.annotations.NullMarked;
