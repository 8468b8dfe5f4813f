/** The X accounts that send messages, and the circuit breaker of each. */
@NullMarked
package com.dmverify.sender.account;

import org.jspecify.annotations.NullMarked;
