/** Verifies OAuth 1.0a signatures. */
@NullMarked
package com.dmverify.sandbox.signature;

import org.jspecify.annotations.NullMarked;
