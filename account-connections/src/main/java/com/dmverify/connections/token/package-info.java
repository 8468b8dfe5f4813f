/** Supplies access tokens, and refreshes them before their end on one replica at a time. */
@NullMarked
package com.dmverify.connections.token;

import org.jspecify.annotations.NullMarked;
