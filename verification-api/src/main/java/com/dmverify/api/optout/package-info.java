/** Opt-outs: STOP, NO and START. */
@NullMarked
package com.dmverify.api.optout;

import org.jspecify.annotations.NullMarked;
