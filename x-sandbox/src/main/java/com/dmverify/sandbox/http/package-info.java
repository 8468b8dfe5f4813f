/** An HTTP exchange as values: the call that came in, the reply that goes out. */
@NullMarked
package com.dmverify.sandbox.http;

import org.jspecify.annotations.NullMarked;
