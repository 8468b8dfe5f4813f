/** X's errors, and the next move after each. */
@NullMarked
package com.dmverify.sender.error;

import org.jspecify.annotations.NullMarked;
