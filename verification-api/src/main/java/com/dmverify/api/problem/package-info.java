/** Turns errors into RFC 9457 problems that say what to do. */
@NullMarked
package com.dmverify.api.problem;

import org.jspecify.annotations.NullMarked;
