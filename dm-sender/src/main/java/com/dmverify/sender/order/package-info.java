/** What is asked of the sender: one order is one dispatch of one verification. */
@NullMarked
package com.dmverify.sender.order;

import org.jspecify.annotations.NullMarked;
