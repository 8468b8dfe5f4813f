/** The apps, their tokens, and who is calling. */
@NullMarked
package com.dmverify.sandbox.access;

import org.jspecify.annotations.NullMarked;
