/** The X accounts that we send with, and the breaker of each. */
@NullMarked
package com.dmverify.sender.account;

import org.jspecify.annotations.NullMarked;
