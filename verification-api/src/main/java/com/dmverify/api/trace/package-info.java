/** The W3C trace of a request or record, passed on to everything that it causes. */
@NullMarked
package com.dmverify.api.trace;

import org.jspecify.annotations.NullMarked;
