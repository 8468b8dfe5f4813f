/** Whose doing it is: the W3C trace of a request or a record, handed on with everything that comes of it. */
@NullMarked
package com.dmverify.api.trace;

import org.jspecify.annotations.NullMarked;
