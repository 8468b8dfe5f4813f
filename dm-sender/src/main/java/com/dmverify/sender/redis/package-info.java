/** Runs Lua scripts in Redis. */
@NullMarked
package com.dmverify.sender.redis;

import org.jspecify.annotations.NullMarked;
