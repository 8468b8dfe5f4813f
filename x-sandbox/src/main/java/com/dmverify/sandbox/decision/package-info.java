/** Checks a call in X's order and answers it. */
@NullMarked
package com.dmverify.sandbox.decision;

import org.jspecify.annotations.NullMarked;
