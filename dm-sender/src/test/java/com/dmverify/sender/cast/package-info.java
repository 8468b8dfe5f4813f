/** Who and what appears in the tests: a clock moved by hand, an X in memory, orders to start from. */
@NullMarked
package com.dmverify.sender.cast;

import org.jspecify.annotations.NullMarked;
