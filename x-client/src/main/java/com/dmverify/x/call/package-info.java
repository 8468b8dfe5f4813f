/** Requests to X and the readers of its responses. */
@NullMarked
package com.dmverify.x.call;

import org.jspecify.annotations.NullMarked;
