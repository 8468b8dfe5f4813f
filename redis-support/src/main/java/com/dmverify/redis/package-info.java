/** What the services share over Redis: connection settings, error classification, durability checks. */
@NullMarked
package com.dmverify.redis;

import org.jspecify.annotations.NullMarked;
