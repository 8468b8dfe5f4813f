/** Every way in which X says no, in one table, in the shapes of both generations. */
@NullMarked
package com.dmverify.sandbox.error;

import org.jspecify.annotations.NullMarked;
