/** Fixtures that the tests of all modules share: clocks, architecture rules, and Redis servers and proxies that fail on demand. */
@NullMarked
package com.dmverify.local.testing;

import org.jspecify.annotations.NullMarked;
