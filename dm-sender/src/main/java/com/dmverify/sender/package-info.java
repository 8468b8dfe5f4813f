/** dm-sender: turns a requested verification into at most one visible DM, inside X's budget. */
@NullMarked
package com.dmverify.sender;

import org.jspecify.annotations.NullMarked;
