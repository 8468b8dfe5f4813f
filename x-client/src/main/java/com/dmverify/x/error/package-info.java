/** Maps X's error responses to typed errors, by one table of its codes, types and messages. */
@NullMarked
package com.dmverify.x.error;

import org.jspecify.annotations.NullMarked;
