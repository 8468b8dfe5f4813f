/** Checks the code that a user typed. */
@NullMarked
package com.dmverify.api.check;

import org.jspecify.annotations.NullMarked;
