/** X's rate limits: how many calls an account may make, and when it may make the next one. */
@NullMarked
package com.dmverify.sender.ratelimit;

import org.jspecify.annotations.NullMarked;
