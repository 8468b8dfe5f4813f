/** Fixtures that the tests of all modules share: a clock moved by hand, and Redis servers and proxies that fail on demand. */
@NullMarked
package com.dmverify.local.testing;

import org.jspecify.annotations.NullMarked;
