/** What X means when it says no: body shapes, and the one table of its codes, types and texts. */
@NullMarked
package com.dmverify.x.error;

import org.jspecify.annotations.NullMarked;
