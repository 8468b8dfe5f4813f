/** Reads compacted topics from their beginning, in each replica. */
@NullMarked
package com.dmverify.support.follow;

import org.jspecify.annotations.NullMarked;
