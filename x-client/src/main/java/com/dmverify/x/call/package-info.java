/** What can be asked of X, and how its answer is read. */
@NullMarked
package com.dmverify.x.call;

import org.jspecify.annotations.NullMarked;
