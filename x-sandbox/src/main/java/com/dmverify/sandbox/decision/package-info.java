/** The order in which X decides about a call. */
@NullMarked
package com.dmverify.sandbox.decision;

import org.jspecify.annotations.NullMarked;
