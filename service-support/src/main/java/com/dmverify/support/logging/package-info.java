/** The default of the console's log pattern. */
@NullMarked
package com.dmverify.support.logging;

import org.jspecify.annotations.NullMarked;
