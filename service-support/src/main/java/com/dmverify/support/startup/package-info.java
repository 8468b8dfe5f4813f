/** Readiness: what must have answered once since the start. */
@NullMarked
package com.dmverify.support.startup;

import org.jspecify.annotations.NullMarked;
