/** One exchange with X: authorised, bounded in time, judged. */
@NullMarked
package com.dmverify.x.wire;

import org.jspecify.annotations.NullMarked;
