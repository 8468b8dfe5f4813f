/** The pipeline of an order: claim, look for an earlier message, take from the rate limit, call X, settle. */
@NullMarked
package com.dmverify.sender.send;

import org.jspecify.annotations.NullMarked;
