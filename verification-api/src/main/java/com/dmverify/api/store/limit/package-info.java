/** Counters of what a tenant asked for, in Redis. */
@NullMarked
package com.dmverify.api.store.limit;

import org.jspecify.annotations.NullMarked;
