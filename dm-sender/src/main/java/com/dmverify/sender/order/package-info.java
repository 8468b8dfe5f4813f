/** An order: one dispatch of one verification. */
@NullMarked
package com.dmverify.sender.order;

import org.jspecify.annotations.NullMarked;
