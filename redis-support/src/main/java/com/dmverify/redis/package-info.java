/**
 * What the services share over Redis: connections that never replay and notice a dead peer, which errors mean that Redis is
 * unavailable, and what of its settings puts data at risk.
 */
@NullMarked
package com.dmverify.redis;

import org.jspecify.annotations.NullMarked;
