/** Fixtures of the tests: a running sandbox, a client with its own signatures, a webhook receiver. */
@NullMarked
package com.dmverify.sandbox.testing;

import org.jspecify.annotations.NullMarked;
