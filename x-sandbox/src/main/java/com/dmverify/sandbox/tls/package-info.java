/** Serves the simulation over TLS for clients that do not support plain HTTP. */
@NullMarked
package com.dmverify.sandbox.tls;

import org.jspecify.annotations.NullMarked;
