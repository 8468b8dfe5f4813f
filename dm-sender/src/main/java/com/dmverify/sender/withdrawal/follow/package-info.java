/** Follows topics together with the other replicas, with positions that are kept in Redis. */
@NullMarked
package com.dmverify.sender.withdrawal.follow;

import org.jspecify.annotations.NullMarked;
