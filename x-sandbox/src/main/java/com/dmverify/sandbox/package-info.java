/** X on a desk: the parts are put together here. */
@NullMarked
package com.dmverify.sandbox;

import org.jspecify.annotations.NullMarked;
