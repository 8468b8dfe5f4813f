/** X's allowance: how many messages an account may send, and when it may again. */
@NullMarked
package com.dmverify.sender.budget;

import org.jspecify.annotations.NullMarked;
