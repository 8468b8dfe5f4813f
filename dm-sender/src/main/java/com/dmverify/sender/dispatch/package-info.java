/** The way of one order: claim, look, take from the budget, send, settle. */
@NullMarked
package com.dmverify.sender.dispatch;

import org.jspecify.annotations.NullMarked;
