/** What the tests have on their desk: a running sandbox, a client that signs for itself, a webhook receiver. */
@NullMarked
package com.dmverify.sandbox.testing;

import org.jspecify.annotations.NullMarked;
