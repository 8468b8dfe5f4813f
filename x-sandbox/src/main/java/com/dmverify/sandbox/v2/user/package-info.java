/** v2's users. */
@NullMarked
package com.dmverify.sandbox.v2.user;

import org.jspecify.annotations.NullMarked;
