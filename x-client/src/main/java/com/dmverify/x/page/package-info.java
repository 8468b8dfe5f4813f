/** Pages of X's lists. */
@NullMarked
package com.dmverify.x.page;

import org.jspecify.annotations.NullMarked;
