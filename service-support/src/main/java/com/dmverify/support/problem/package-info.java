/** Every error answer as RFC 9457 problem. */
@NullMarked
package com.dmverify.support.problem;

import org.jspecify.annotations.NullMarked;
