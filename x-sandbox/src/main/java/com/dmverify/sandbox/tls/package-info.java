/** The same doors with TLS, for clients that refuse plain http. */
@NullMarked
package com.dmverify.sandbox.tls;

import org.jspecify.annotations.NullMarked;
