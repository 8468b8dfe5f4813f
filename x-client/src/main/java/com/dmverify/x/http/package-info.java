/** Executes single requests to X: authorisation, time-outs and mapping of responses. */
@NullMarked
package com.dmverify.x.http;

import org.jspecify.annotations.NullMarked;
